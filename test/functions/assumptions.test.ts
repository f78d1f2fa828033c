import assert from "node:assert/strict";
import { type Assumptions, defaultAssumptions } from "../../server/src/functions/assumptions.ts";
import { assumptionTexts } from "../../server/src/functions/assumptionTexts.ts";
import { type Attributes, evaluation } from "./evaluation.ts";

interface Case {
  readonly expression: string;
  readonly input?: Attributes;
  readonly assumptions: Partial<Assumptions>;
  /** Absent where the other reading is a failure. */
  readonly result?: string | readonly string[] | null;
}

const role = JSON.stringify({ id: "b1", value: "admin", displayName: "Administrator" });

/** What each expression gives under the other reading; under the default one it gives something else. */
const others: readonly Case[] = [
  { expression: 'Split("a, b", ",")', assumptions: { splitTrim: false }, result: ["a", " b"] },
  { expression: 'Split("a,,b", ",")', assumptions: { splitDropsEmpty: false }, result: ["a", "", "b"] },
  { expression: 'Mid("O", 2, 64)', assumptions: { midStartBeyondEnd: "empty" }, result: "" },
  {
    expression: 'Coalesce([mail], "none")',
    input: { mail: "" },
    assumptions: { coalesceSkipsEmpty: true },
    result: "none",
  },
  {
    expression: "NormalizeDiacritics([a])",
    input: { a: "Nguyễn" },
    assumptions: { diacriticsBeyondTable: true },
    result: "Nguyen",
  },
  { expression: 'Word("a  b", 2, " ")', assumptions: { wordIgnoresEmpty: false }, result: "" },
  { expression: 'Word("ada", 1, " ")', assumptions: { wordWithoutDelimiter: false }, result: "" },
  {
    expression: "SingleAppRoleAssignment([appRoleAssignments])",
    input: { appRoleAssignments: [role] },
    assumptions: { singleRoleMember: "value" },
    result: "admin",
  },
  { expression: "ToLower([mail])", assumptions: { nullStaysNull: false }, result: "" },
  { expression: 'Join(" ", [givenName], [surname])', assumptions: { joinOfNothingIsEmpty: false }, result: null },
  {
    expression: 'Replace([a], , "(?<digits>[0-9]+)", "digits", , [mobile], )',
    input: { mobile: "none" },
    assumptions: { missingGroupIsNull: false },
    result: "",
  },
  {
    expression: 'IIF([companyName] <> "Contoso", "external", "internal")',
    assumptions: { absentComparesFalse: false },
    result: "external",
  },
  {
    expression: "AppRoleAssignmentsComplex([appRoleAssignments])",
    input: { appRoleAssignments: ["Admin"] },
    assumptions: { roleDisplayMember: "display" },
    result: ['{"primary":false,"type":"WindowsAzureActiveDirectoryRole","display":"Admin","value":"Admin"}'],
  },
  { expression: 'SelectUniqueValue("ada", "ada1")', assumptions: { uniqueValueRank: 2 }, result: "ada1" },
  {
    expression: 'IIF("a" = "b", "c", IgnoreAttributeFlow)',
    assumptions: { ignoreWords: false },
    result: "IgnoreAttributeFlow",
  },
  { expression: 'IIF("a" = "b", "c", NULL)', assumptions: { nullWord: false }, result: "NULL" },
  { expression: 'CDate("2020-03-16")', assumptions: { unstatedOffset: 60 }, result: "3/15/2020 11:00:00 PM" },
  { expression: 'CDate("1.2.2020Z")', assumptions: { anyDateForm: false } },
  {
    expression: 'FormatDateTime("2020-12-31+08:00", , "yyyy-MM-ddzzz", "yyyy-MM-dd")',
    assumptions: { preserveOffset: true },
    result: "2020-12-31",
  },
  { expression: 'CDate("1/31/30Z")', assumptions: { lastTwoDigitYear: 2029 }, result: "1/31/1930 12:00:00 AM" },
  { expression: 'DateAdd("D", 1, CDate("2020-03-16Z"))', assumptions: { intervalIgnoresCase: false } },
];

suite("assumptions of functions", () => {
  for (const { expression, input, assumptions, result } of others) {
    const [name] = Object.keys(assumptions) as [keyof Assumptions];
    test(`${name} decides what ${expression} gives, and is told in both cases`, () => {
      const byDefault = evaluation(expression, input);
      const otherwise = evaluation(expression, input, assumptions);
      assert.deepEqual(otherwise.result, result);
      assert.notDeepEqual(byDefault.result, result);
      assert.deepEqual(byDefault.assumed, [name]);
      assert.deepEqual(otherwise.assumed, [name]);
    });
  }

  test("every assumption has a case here and a sentence for the person", () => {
    const names = Object.keys(defaultAssumptions).sort();
    assert.deepEqual(others.map(({ assumptions }) => Object.keys(assumptions).join()).sort(), names);
    assert.deepEqual(Object.keys(assumptionTexts).sort(), names);
    for (const [name, fact] of Object.entries(assumptionTexts)) {
      assert.equal(fact.name, name);
      assert.match(fact.text, /\.$/);
    }
  });
});
