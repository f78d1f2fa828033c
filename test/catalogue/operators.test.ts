import assert from "node:assert/strict";
import { findOperator, operators } from "../../server/src/catalogue/operators.ts";

const spellings: readonly (readonly [spelling: string, name: string | undefined])[] = [
  ["EQUALS", "EQUALS"],
  ["equals", "EQUALS"],
  ["NOT  EQUALS", "NOT EQUALS"],
  ["Is True", "IS TRUE"],
  ["IS NOT NULL", "IS NOT NULL"],
  ["Not Regex Match", "NOT REGEX MATCH"],
  ["Greater_Than", "GREATER_THAN"],
  ["Greater_Than_OR_EQUALS", "GREATER_THAN_OR_EQUALS"],
  ["Includes", "INCLUDES"],
  ["Ends_With", "ENDS_WITH"],
  ["&", "&"],
  ["!&", "!&"],
  ["IsMemberOf", undefined],
  ["PRESENT", undefined],
  ["VALID CERT MATCH", undefined],
  ["", undefined],
];

suite("catalogue: operators", () => {
  for (const [spelling, name] of spellings) {
    test(`"${spelling}" is ${name ?? "no operator"}`, () => {
      assert.equal(findOperator(spelling)?.name, name);
    });
  }

  test("only the IS operators stand without a value", () => {
    assert.deepEqual(
      operators.filter(fact => fact.arity === 1).map(fact => fact.name),
      ["IS TRUE", "IS FALSE", "IS NULL", "IS NOT NULL"],
    );
  });

  test("every operator says what it does with null, and where that is written", () => {
    for (const fact of operators) {
      assert.match(fact.description, /null/, fact.name);
      assert.match(fact.source, /^https:\/\/learn\.microsoft\.com\//, fact.name);
    }
  });
});
