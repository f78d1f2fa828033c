import assert from "node:assert/strict";
import { clauseText, compileClause } from "../../../server/src/engine/scope/clause.ts";
import { newBudget } from "../../../server/src/functions/dotnet/regex/budget.ts";
import type { Value } from "../../../server/src/functions/values.ts";
import type { Clause } from "../../../server/src/model/configuration.ts";

const nowhere = { start: 0, end: 0 };

function clause(operator: string, value?: string): Clause {
  const word = (text: string) => ({ text, span: nowhere });
  return {
    attribute: word("a"),
    operator: word(operator),
    span: nowhere,
    ...(value !== undefined && { value: word(value) }),
  };
}

function judge(held: Value, operator: string, value?: string) {
  return compileClause(clause(operator, value)).judge(held, newBudget());
}

suite("a clause of a scoping filter", () => {
  const rows: readonly [held: Value, operator: string, value: string | undefined, passed: boolean][] = [
    ["Sales", "EQUALS", "Sales", true],
    ["Sales", "EQUALS", "sales", false],
    [5, "EQUALS", "5", true],
    [true, "EQUALS", "True", true],
    [true, "EQUALS", "true", false],
    ["Sales", "NOT EQUALS", "sales", true],
    ["Sales", "NOT EQUALS", "Sales", false],
    [true, "IS TRUE", undefined, true],
    ["true", "IS TRUE", undefined, true],
    [false, "IS TRUE", undefined, false],
    [false, "IS FALSE", undefined, true],
    ["yes", "IS FALSE", undefined, false],
    ["x", "IS NULL", undefined, false],
    ["x", "IS NOT NULL", undefined, true],
    [["x"], "IS NOT NULL", undefined, true],
    ["abc", "REGEX MATCH", "b", true],
    ["abc", "REGEX MATCH", "B", false],
    ["abc", "REGEX MATCH", "^b", false],
    ["abc", "NOT REGEX MATCH", "^b", true],
    ["abc", "NOT REGEX MATCH", "b", false],
    ["10", "GREATER_THAN", "9", true],
    ["9", "GREATER_THAN", "9", false],
    ["9", "Greater_Than_OR_EQUALS", "9", true],
    ["9a", "GREATER_THAN", "1", false],
    ["9223372036854775807", "GREATER_THAN", "9223372036854775806", true],
    ["Contoso Sales", "INCLUDES", "Sales", true],
    ["Contoso Sales", "INCLUDES", "sales", false],
    ["ada@contoso.com", "ENDS_WITH", "@contoso.com", true],
    ["ada@contoso.com", "ENDS_WITH", "@contoso", false],
    ["6", "&", "2", true],
    ["4", "&", "2", false],
    ["4", "!&", "2", true],
    ["1", "!&", "566259712", true],
    ["16777216", "!&", "566259712", false],
    ["Sales", "&", "Sales, Marketing", true],
    ["Sales", "!&", "Sales, Marketing", false],
    ["Legal", "!&", "Sales, Marketing", true],
  ];
  for (const [held, operator, value, passed] of rows) {
    test(`${JSON.stringify(held)} ${operator} ${value ?? ""} is ${passed}`, () => {
      const verdict = judge(held, operator, value);
      assert.equal(verdict.failed, undefined, verdict.reason);
      assert.equal(verdict.passed, passed, verdict.reason);
    });
  }

  for (const nothing of [null, "", []]) {
    for (const operator of [...new Set(rows.map(row => row[1]))]) {
      test(`${JSON.stringify(nothing)} ${operator} is ${operator === "IS NULL"}`, () => {
        assert.deepEqual(judge(nothing, operator, "x"), { passed: operator === "IS NULL", reason: "a has no value." });
      });
    }
  }

  const undecided: readonly [held: Value, operator: string, value: string | undefined, reason: RegExp][] = [
    ["x", "CONTAINS", "x", /"CONTAINS" is no operator/],
    ["x", "EQUALS", undefined, /EQUALS needs a value/],
    [["x", "y"], "EQUALS", "x", /multi-valued/],
    ["x", "REGEX MATCH", "(", /the pattern cannot be tested/],
    ["x", "NOT REGEX MATCH", "(", /the pattern cannot be tested/],
  ];
  for (const [held, operator, value, reason] of undecided) {
    test(`${JSON.stringify(held)} ${operator} ${value ?? ""} cannot be decided`, () => {
      const verdict = judge(held, operator, value);
      assert.equal(verdict.failed, true);
      assert.equal(verdict.passed, false);
      assert.match(verdict.reason, reason);
    });
  }

  test("the reason names the object's value", () => {
    assert.equal(judge("Sales", "EQUALS", "Legal").reason, 'a is "Sales".');
    assert.equal(judge("9a", "GREATER_THAN", "1").reason, 'a is "9a"; both must be whole numbers.');
  });

  test("why a clause holds is left out where only those that fail are asked", () => {
    const { judge } = compileClause(clause("EQUALS", "Sales"));
    assert.deepEqual(
      ["Sales", "Legal", null].map(held => judge(held, newBudget(), "failing")),
      [
        { passed: true, reason: "" },
        { passed: false, reason: 'a is "Legal".' },
        { passed: false, reason: "a has no value." },
      ],
    );
  });

  test("the reading of & is told and stated as an assumption", () => {
    assert.deepEqual(judge("6", "&", "2"), {
      passed: true,
      reason: 'a is "6"; read as a test of bits, it shares at least one with 2.',
      assumption: "ampersandTestsBits",
    });
    assert.deepEqual(judge("x", "&", "y"), {
      passed: false,
      reason: 'a is "x"; read as a search for text, it does not occur in "y".',
      assumption: "ampersandFindsText",
    });
  });

  test("a clause reads as the provisioning log shows it", () => {
    assert.equal(clauseText(clause("equals", "Marketing")), "a EQUALS 'Marketing'");
    assert.equal(clauseText(clause("IS TRUE")), "a IS TRUE");
  });
});
