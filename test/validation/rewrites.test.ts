import assert from "node:assert/strict";
import fc from "fast-check";
import { parseExpression } from "../../server/src/language/expression/parse.ts";
import type { Call } from "../../server/src/language/expression/tree.ts";
import { iifAsSwitch, switchAsIif } from "../../server/src/validation/rewrites.ts";
import { evaluation } from "../functions/evaluation.ts";
import { afterFirstFixes, applyEdits, fileAround, problemsOf } from "../harness/ruleTests.ts";

function callOf(text: string): Call {
  const { expression } = parseExpression(text);
  assert.equal(expression.kind, "Call");
  return expression as Call;
}

const asIif: readonly (readonly [expression: string, rewritten: string | undefined])[] = [
  ['Switch([a], "d", "k", "v")', 'IIF([a] = "k", "v", "d")'],
  ['Switch(ToLower([a]), , "k", [v], "l", "w")', 'IIF(ToLower([a]) = "k", [v], IIF(ToLower([a]) = "l", "w", ))'],
  ['Switch([a], "d", 1, "v", )', 'IIF([a] = 1, "v", "d")'],
  ['Switch([a], "d", "", "v")', undefined],
  ['Switch([a], "d", [k], "v")', undefined],
  ['Switch([a], "d", "k")', undefined],
  ['Join("d", "k", "v")', undefined],
];

const asSwitch: readonly (readonly [expression: string, rewritten: string | undefined])[] = [
  ['IIF([a] = "k", "v", "d")', 'Switch([a], "d", "k", "v")'],
  ['IIF("k" = [a], "v", IIF([a] = "l", "w", ))', 'Switch([a], , "k", "v", "l", "w")'],
  ['IIF([a] = "k", "v", IIF([b] = "l", "w", "d"))', 'Switch([a], IIF([b] = "l", "w", "d"), "k", "v")'],
  ['IIF([a] <> "k", "v", "d")', undefined],
  ['IIF([a] = "", "v", "d")', undefined],
  ['IIF([a] = [b], "v", "d")', undefined],
  ['IIF([a] = "k", , "d")', undefined],
  ["IIF(IsPresent([a]), [a], [b])", undefined],
];

suite("Switch as nested IIF", () => {
  for (const [expression, rewritten] of asIif) {
    test(`${expression} is ${rewritten ?? "left alone"}`, () =>
      assert.equal(switchAsIif(callOf(expression)), rewritten));
  }
});

suite("Nested IIF as Switch", () => {
  for (const [expression, rewritten] of asSwitch) {
    test(`${expression} is ${rewritten ?? "left alone"}`, () =>
      assert.equal(iifAsSwitch(callOf(expression)), rewritten));
  }
});

const text = fc.constantFrom('"x"', '"y"', '"Z"', "[a]", "[b]");
const key = fc.constantFrom('"x"', '"y"', '"Z"');
const switches = fc
  .tuple(
    fc.constantFrom("[a]", "ToLower([a])"),
    fc.option(text),
    fc.array(fc.tuple(key, text), { minLength: 1, maxLength: 4 }),
  )
  .map(([source, otherwise, pairs]) => `Switch(${[source, otherwise ?? "", ...pairs.flat()].join(", ")})`);
const objects = fc.record({ a: fc.constantFrom("x", "y", "z", "Z", "", null), b: fc.constantFrom("B", null) });

suite("Rewriting", () => {
  test("Switch and its nested IIF give the same for every object, and lead back to the same Switch", () => {
    fc.assert(
      fc.property(switches, objects, (expression, attributes) => {
        const iif = switchAsIif(callOf(expression)) ?? "";
        assert.deepEqual(evaluation(iif, attributes).result, evaluation(expression, attributes).result);
        assert.equal(iifAsSwitch(callOf(iif)), expression);
      }),
      { numRuns: 500, seed: 20_260_714 },
    );
  });

  test("what tests for a value gives the same after its fix", () => {
    const present = fc.constantFrom("IsPresent([a])", "Not(IsNullOrEmpty([a]))", 'IsNullOrEmpty([a]) = "False"');
    const absent = fc.constantFrom("IsNullOrEmpty([a])", "Not(IsPresent([a]))");
    const conditions = fc.oneof(present, absent).map(condition => `IIF(${condition}, [b], "c")`);
    const sources = fc.constantFrom(
      'Switch(IsPresent([a]), "c", "True", [b])',
      'Switch(IsNullOrEmpty([a]), [b], "True", "c", "False", "d")',
    );
    fc.assert(
      fc.property(fc.oneof(conditions, sources), objects, (expression, attributes) => {
        const declared = 'attributes source "Source" { a: String b: String }';
        const before = `mapping "M" { source: "Source" target: "T" t <- ${expression} match 1 } ${declared}`;
        const after = afterFirstFixes(before, problemsOf(before));
        assert.notEqual(after, before);
        const [, rewritten = ""] = /t <- (.*) match 1/.exec(after) ?? [];
        assert.deepEqual(evaluation(rewritten, attributes).result, evaluation(expression, attributes).result);
      }),
      { numRuns: 200, seed: 20_260_714 },
    );
  });
});

const leaf = fc.constantFrom("[jobTitle]", "[manager]", "[IsSoftDeleted]", "[country]", '"USA"', '"usa"', '""', "");
const conditions = fc.constantFrom(
  "IsPresent([country])",
  "IsNull([jobTitle])",
  "IsPresent([manager])",
  '[country] = ""',
  '[country] <> "USA"',
  '[country] = "USA"',
);
const { expression: anything } = fc.letrec<{ expression: string }>(tie => ({
  expression: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    leaf,
    fc.tuple(conditions, tie("expression"), tie("expression")).map(parts => `IIF(${parts.join(", ")})`),
    fc.array(tie("expression"), { minLength: 4, maxLength: 6 }).map(parts => `Switch(${parts.join(", ")})`),
    fc.tuple(conditions, tie("expression")).map(([test, value]) => `Switch(${test}, "no", "True", ${value})`),
    tie("expression").map(inner => `IgnoreFlowIfNullOrEmpty(${inner})`),
    tie("expression").map(inner => `ToLower(${inner})`),
    tie("expression").map(inner => `Append(${inner}, "a\\b")`),
  ),
}));

test("Fixes lead to an end: no two rules send a person in a circle", () => {
  const behind = fc.constantFrom("", " on create", ' default "x"');
  fc.assert(
    fc.property(anything, behind, fc.nat(), (expression, modifier, choice) => {
      let current = fileAround(`title <- ${expression}${modifier}`);
      const seen = new Set<string>();
      for (;;) {
        assert.ok(!seen.has(current), `In a circle: ${[...seen].join("\n")}`);
        assert.ok(seen.size < 60, `Without an end: ${[...seen].join("\n")}`);
        seen.add(current);
        const fixes = problemsOf(current).flatMap(problem => problem.fixes);
        const fix = fixes[choice % Math.max(1, fixes.length)];
        if (fix === undefined) return;
        current = applyEdits(current, fix.edits);
      }
    }),
    { numRuns: 300, seed: 20_260_714 },
  );
});
