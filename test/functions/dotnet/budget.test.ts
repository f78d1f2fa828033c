import assert from "node:assert/strict";
import { newBudget } from "../../../server/src/functions/dotnet/regex/budget.ts";
import { compileRegex } from "../../../server/src/functions/dotnet/regex.ts";
import { isFailure } from "../../../server/src/functions/values.ts";

function compiled(pattern: string) {
  const regex = compileRegex(pattern);
  return regex.kind === "compiled" ? regex : assert.fail(`${pattern} is refused: ${regex.message}`);
}

/** Whether a pattern matches, or that it ran out of steps. */
function tested(pattern: string, text: string, steps?: number): boolean | "out of steps" {
  const result = compiled(pattern).test(text, newBudget(steps));
  if (!isFailure(result)) return result;
  assert.match(result.message, /^the pattern took more than [\d,]+ steps on this value/);
  return "out of steps";
}

suite("the budget of regular expressions", () => {
  const letters = "a".repeat(40);
  const endless: readonly [pattern: string, text: string][] = [
    ["(a+)+$", `${letters}!`],
    ["(a|aa)+$", `${letters}${letters}!`],
    ["^(\\w+\\s?)*$", `${"word ".repeat(20)}!`],
    ["(x+x+)+y", "x".repeat(40)],
    ["(.*,){11}P", ",".repeat(60)],
    ["(?=(a+)+$)a", `${letters}!`],
    ["(?<=^(a+)+)!", `b${letters}!`],
    [`${"a?".repeat(30)}${"a".repeat(30)}`, "a".repeat(29)],
    ["^(?:|){40}$", "x"],
    ["^(?:(?:(?:){1000}){1000}){1000}$", "x"],
    ["(?:\\w|\\d|\\p{L})*!", `${letters}?`],
    ["(a*)*\\1b", letters],
    [".*.*.*.*x", "y".repeat(400)],
  ];
  for (const [pattern, text] of endless) {
    test(`ends ${pattern} on ${text.length} characters`, () => {
      const started = performance.now();
      assert.equal(tested(pattern, text), "out of steps");
      assert.ok(performance.now() - started < 5000);
    });
  }

  const long = "a".repeat(100_000);
  const linear: readonly [pattern: string, text: string, matches: boolean][] = [
    ["(?:a|b)*$", long, true],
    ["^(?:(a)|b)*c", long, false],
    ["^(?:a*?){2,}?$", long, true],
    ["^(?:(?=(a))a)*$", long, true],
    ["^(?:(?<n>a)(?<-n>))*$", long, true],
    ["$(?<=^(?:(a))*)", long, true],
    ["^(a+)(?<=\\1)$", long, true],
    ["^(?>(?:a|b)*)$", long, true],
    ["a$", long, true],
  ];
  for (const [pattern, text, matches] of linear) {
    test(`lets ${pattern} look at ${text.length} characters, with no recursion`, () => {
      assert.equal(tested(pattern, text), matches);
    });
  }

  test("holds for all uses of one budget together", () => {
    const regex = compiled("(?:(a)|b)*c");
    const budget = newBudget(1_000_000);
    let uses = 0;
    while (!isFailure(regex.test("ab".repeat(40), budget)) && uses < 1000) uses++;
    assert.ok(uses > 3 && uses < 100, `${uses} uses`);
  });

  test("holds for native runs too, of which each is charged a part of its worst case", () => {
    const regex = compiled("(.*?)(?<id>.{0,8})$");
    const budget = newBudget(10_000);
    let uses = 0;
    while (!isFailure(regex.test("abcdefgh", budget)) && uses < 10_000) uses++;
    assert.ok(uses > 10 && uses < 10_000, `${uses} uses`);
  });

  test("is what decides: the same steps fail or pass", () => {
    assert.equal(tested("(a+)+$", `${"a".repeat(10)}!`), false);
    assert.equal(tested("(a+)+$", `${"a".repeat(10)}!`, 1000), "out of steps");
  });

  test("ends replacing as it ends testing", () => {
    const regex = compiled("(?<all>(a+)+$)");
    const [all = assert.fail()] = regex.groups.filter(({ name }) => name === "all");
    const text = `${letters}!`;
    assert.ok(isFailure(regex.replaceMatches(text, newBudget(), () => "")));
    assert.ok(isFailure(regex.groupReplacer(all, "")(text, newBudget())));
    assert.ok(isFailure(regex.firstMatch(text, newBudget())));
    assert.equal(regex.groupReplacer(all, "x")(letters, newBudget()), "x");
  });
});
