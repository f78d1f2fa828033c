import assert from "node:assert/strict";
import { functions } from "../../server/src/functions/index.ts";
import { rows } from "../harness/conformance.ts";
import { englishTold } from "../harness/pseudo.ts";
import { type Attributes, evaluation } from "./evaluation.ts";

suite("Why a function fails is told in the person's language", () => {
  const failing: readonly (readonly [expression: string, attributes?: Attributes])[] = [
    ['BitAnd("a", 1)'],
    ['BitAnd(1, "a")'],
    ['CBool("perhaps")'],
    ['CDate("yesterday")'],
    ['CDate("31/1/2026")'],
    ['CDate("2/31/2026")'],
    ['CDate("Monday, 31 January 2026")'],
    ['CDate("2026-01-31 13:00 AM")'],
    ['CDate("2026-01-31T09:00:00+15:00")'],
    ['CDate("9999-12-31T23:00:00-10:00")'],
    ['ConvertFromBase64("?")'],
    ['ConvertFromBase64("SGVsbG8gd29ybGQh", UTF7)'],
    ['DateAdd("yyyy", 9000, Now())'],
    ['DateAdd("yyyy", 9000000000, Now())'],
    ['DateAdd("fortnight", 1, Now())'],
    ['DateDiff("ww", "0001-01-03", "2026-01-31")'],
    ['DateFromNum("a")'],
    ["DateFromNum(-1)"],
    ["DateFromNum(9223372036854775807)"],
    ['DNComponent("cn=a,dc=b", 0)'],
    ['DNComponent("cn=a,dc=b", 7)'],
    ["Error([none])"],
    ['FormatDateTime("31", , "", "d")'],
    ['FormatDateTime("31", , "W", "d")'],
    ['FormatDateTime("31", , "dd MM", "d")'],
    ['FormatDateTime("31 x", , "dd MM", "d")'],
    ['FormatDateTime("31 1 ", "None", "dd M", "d")'],
    ['FormatDateTime("5 06", , "d dd", "d")'],
    ['FormatDateTime("31", , "dd\'", "d")'],
    ['FormatDateTime("31", , "dd\\\\", "d")'],
    ['FormatDateTime("31", , "dd%", "d")'],
    ['FormatDateTime("31", , "dd ffffffff", "d")'],
    ['FormatDateTime("31", "Loose", "dd", "d")'],
    ['FormatDateTime("31", "AssumeLocal, AssumeUniversal", "dd", "d")'],
    ['FormatDateTime("9999-12-31 23 -10", , "yyyy-MM-dd HH zz", "d")'],
    ['InStr("a", "a", 0)'],
    ['InStr("a", "a", 1, vbOtherCompare)'],
    ['Item(Split("", ","), 3)'],
    ['Item("a", 3)'],
    ['Item(Split("a,b", ","), 3)'],
    ['NumFromDate("1600-01-01")'],
    ["RandomString(300, 1, 1, 1, 1)"],
    ["RandomString(10, -1, 1, 1, 1)"],
    ["RandomString(10, 5, 5, 5, 5)"],
    ['RandomString(10, 1, 0, 0, 0, "0123456789")'],
    ['RandomString(4, 0, 1, 0, 0, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")'],
    ['Replace("a", "", , , "b", , )'],
    ['Replace("a", "b", , , , , )'],
    ['Replace("a", , "(?<g>a)", "h", "b", , )'],
    ['StringFromSid("a")'],
    ['ToLower("a", "xx-YY-zz")'],
    ['ToUpper("a", "xx-YY-zz")'],
  ];
  for (const [expression, attributes] of [...failing, ...problems()]) {
    test(`${expression} with ${JSON.stringify(attributes ?? {})}`, () => {
      const told = () => [`${evaluation(expression, attributes).problem}`];
      assert.notDeepEqual(told(), ["undefined"]);
      assert.deepEqual(englishTold(told), []);
    });
  }

  test("DefaultDomain() where the job does not know it", () => {
    const world = { jobParameters: new Map() };
    assert.deepEqual(
      englishTold(() => [`${evaluation("DefaultDomain()", {}, {}, world).problem}`]),
      [],
    );
  });

  for (const { name } of functions) {
    test(`${name} with too many arguments, or too few`, () => {
      const told = () => [",,,,,,,,", ""].flatMap(list => evaluation(`${name}(${list})`).problem ?? []);
      assert.deepEqual(englishTold(told), []);
    });
  }
});

/** The documented failures, but for those whose words are the mapping's own. */
function problems(): readonly (readonly [expression: string, attributes?: Attributes])[] {
  return rows
    .filter(({ expression, problem }) => problem !== undefined && !expression.includes('Error("'))
    .map(({ expression, input = {} }) => [expression, input]);
}

suite("Why a regular expression cannot be used is told in the person's language", () => {
  const patterns = [
    "(a",
    "a)",
    "*a",
    "a**",
    "a{3,2}",
    "a{99999999999}",
    "[a",
    "[z-a]",
    "[a-\\d]",
    "[a-[b]c]",
    "[a[::]]",
    "\\",
    "\\_",
    "\\k",
    "\\p",
    "\\p{Unheard}",
    "\\7",
    "(?#a",
    "(?!",
    "(?:",
    "(?<1a>b)",
    "(?*a)",
    "(?(a)b|c|d)",
    "(?(?<n>a)b)",
    "(?(1a)b)",
    "(?(?=a)b)(c)",
    "(".repeat(300),
  ];
  for (const pattern of patterns) {
    test(JSON.stringify(pattern), () => {
      const told = () => [`${evaluation("Replace([a], , [b], , [c], , )", { a: "x", b: pattern, c: "y" }).problem}`];
      assert.notDeepEqual(told(), ["undefined"]);
      assert.deepEqual(englishTold(told), []);
    });
  }

  test("one that takes too long", () => {
    const told = () => [
      `${evaluation("Replace([a], , [b], , [c], , )", { a: `${"a".repeat(40)}!`, b: "^(a|a)*$", c: "" }).problem}`,
    ];
    assert.notDeepEqual(told(), ["undefined"]);
    assert.deepEqual(englishTold(told), []);
  });
});
