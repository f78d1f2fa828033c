import assert from "node:assert/strict";
import fc from "fast-check";
import { operators } from "../../../server/src/catalogue/operators.ts";
import { attributeRows } from "../../../server/src/engine/expression/attributeRow.ts";
import { judgeScope } from "../../../server/src/engine/scope/scope.ts";
import { compileFilters } from "../../../server/src/engine/scope/scopingFilters.ts";
import type { Value } from "../../../server/src/functions/values.ts";
import { parseProvmap } from "../../../server/src/language/provmap/parse.ts";
import type { ObjectMapping } from "../../../server/src/model/configuration.ts";
import { readProvmap } from "../../../server/src/model/readProvmap.ts";

function mappingWith(filters: string): ObjectMapping {
  const [mapping] = readProvmap(parseProvmap(`mapping "Users" {\n${filters}\n}`).file).mappings;
  assert.ok(mapping);
  return mapping;
}

/** What `judgeScope`, which tells all reasons, says of the scoping filters. */
function judged(mapping: ObjectMapping, attributes: ReadonlyMap<string, Value>) {
  const object = { id: "1", objectType: "User", state: "present", assigned: true, attributes } as const;
  const { failure, report } = judgeScope("all", mapping, object);
  if (failure !== undefined) return "undecided";
  return report.conditions.find(({ name }) => name === "Scoping filter evaluation passed")?.passed;
}

const names = ["a", "b", "department"] as const;
const clause = fc
  .record({
    name: fc.constantFrom(...names),
    operator: fc.constantFrom(...operators),
    operand: fc.constantFrom("1", "2", "x", "x, y", "^x", "(", "true"),
  })
  .map(({ name, operator, operand }) => `${name} ${operator.name}${operator.arity === 2 ? ` "${operand}"` : ""}`);
const filters = fc
  .array(fc.array(clause, { minLength: 1, maxLength: 3 }), { maxLength: 3 })
  .map(groups => groups.map((clauses, index) => `filter "f${index}" {\n${clauses.join("\n")}\n}`).join("\n"));
const single = fc.constantFrom<Value>(null, "", "1", "2", "x", "y", true, false, 2);
const value = fc.oneof(single, fc.constantFrom<Value>(["x", "y"], []));

suite("scoping filters", () => {
  test("pass, fail and cannot be decided as the report with all reasons says", () => {
    const seen = new Set<unknown>();
    fc.assert(
      fc.property(filters, value, value, single, (text, a, b, department) => {
        const mapping = mappingWith(text);
        const row = attributeRows()(names, [a, b, department]);
        const right = judged(mapping, row);
        seen.add(right);
        assert.equal(compileFilters(mapping.filters)(new Map(row)), right);
        assert.equal(compileFilters(mapping.filters)(row), right);
      }),
      { numRuns: 1000, seed: 3 },
    );
    assert.deepEqual(seen, new Set([true, false, "undecided"]));
  });

  test("serve one object after the other", () => {
    const passes = compileFilters(mappingWith('filter "f" {\n a EQUALS "x"\n b IS NOT NULL\n}').filters);
    const objects = [{ a: "x", b: "y" }, { a: "x" }, { b: "y" }, { a: "x", b: "z" }];
    assert.deepEqual(
      objects.map(object => passes(new Map(Object.entries(object)))),
      [true, false, false, true],
    );
  });
});
