import assert from "node:assert/strict";
import fastCheck from "fast-check";
import { findAmbiguity } from "../../../server/src/functions/dotnet/regex/ambiguity/findAmbiguity.ts";
import { mostSteps } from "../../../server/src/functions/dotnet/regex/ambiguity/growth.ts";
import { newBudget } from "../../../server/src/functions/dotnet/regex/budget.ts";
import { machineSearch } from "../../../server/src/functions/dotnet/regex/machine/machineSearch.ts";
import type { RegexNode } from "../../../server/src/functions/dotnet/regex/tree.ts";
import { readRegex } from "../../../server/src/functions/dotnet/regex.ts";
import { print, samples } from "./samples.ts";

function treeOf(pattern: string): RegexNode {
  const regex = readRegex(pattern);
  if (regex.kind !== "regex") assert.fail(`${pattern} is refused: ${regex.message}`);
  return regex.tree;
}

/** The ambiguous part of a pattern, with `doubles` before it where the steps can double with every character. */
function ambiguityOf(pattern: string): string | undefined {
  const found = findAmbiguity(treeOf(pattern));
  if (found === undefined) return undefined;
  const { start, end } = found.part ?? { start: 0, end: pattern.length };
  return `${found.doubles ? "doubles: " : ""}${pattern.slice(start, end)}`;
}

suite("the ambiguity of regular expressions", () => {
  const ambiguous: readonly [pattern: string, part: string][] = [
    ["(a+)+$", "doubles: (a+)+"],
    ["^(a*)*$", "doubles: (a*)*"],
    ["(?:a+b?)*c", "doubles: (?:a+b?)*"],
    ["x(a|a)*y", "doubles: (a|a)*"],
    ["(a|aa)+$", "doubles: (a|aa)+"],
    ["(?:(?:|)a)*$", "doubles: (?:(?:|)a)*"],
    ["(?:\\w|\\d)*!", "doubles: (?:\\w|\\d)*"],
    ["^(\\w+\\s?)*$", "doubles: (\\w+\\s?)*"],
    ["(x+x+)+y", "doubles: (x+x+)+"],
    ["(?:a*b*)*c", "doubles: (?:a*b*)*"],
    ["(?:(?:CN|OU)=[^,]+,?)+$", "doubles: (?:(?:CN|OU)=[^,]+,?)+"],
    ["(?:x(?:y+)+z)*$", "doubles: (?:y+)+"],
    ["(?=(?:a+)+b)a", "doubles: (?:a+)+"],
    ["(?<=b(?:a+)+)c", "doubles: (?:a+)+"],
    ["(?i)(?:k|K)*x", "doubles: (?:k|K)*"],
    ["(\\d{1,100}){1,100}", "doubles: (\\d{1,100}){1,100}"],
    ["^(([a-z])+.)+[A-Z]([a-z])+$", "doubles: (([a-z])+.)+"],
    ["(?:a?){2000}b", "doubles: (?:a?){2000}"],
    ["^(?:|){40}$", "^(?:|){40}$"],
    ["^(?:(?:(?:){1000}){1000}){1000}", "^(?:(?:(?:){1000}){1000}){1000}"],
    ["(.*,){11}P", "(.*,){11}"],
    [".*a.*b.*c.*d", ".*a.*b.*c.*"],
    ["(a?){30}a{30}", "a?){30}a{30}"],
    [`${"a?".repeat(20)}${"a".repeat(20)}`, "a?".repeat(20)],
    [`${"(?:a|ab)(?:b|)".repeat(20)}c`, `${"(?:a|ab)(?:b|)".repeat(20)}c`],
  ];
  for (const [pattern, part] of ambiguous) {
    test(`${pattern} is ambiguous in ${part}`, () => assert.equal(ambiguityOf(pattern), part));
  }

  const harmless: readonly string[] = [
    // https://learn.microsoft.com/entra/identity/app-provisioning/functions-for-customizing-application-data#replace
    "\\+(?<isdCode>\\d* )(?<phoneNumber>\\d{10})",
    "[()\\s-]+",
    "(?<streetNumber>^\\d*)",
    "(?<Suffix>@(.)*)",
    "(?<phoneNumber>\\d{10})",
    "[a-zA-Z_]*",
    "^.*?,(?=(?:CN|OU|DC)=)",
    "(.*?)(?<id>.{0,8})$",
    "([\\/\\\\\\[\\]\\:\\;\\|\\=\\,\\+\\*\\?\\<\\>])",
    // https://learn.microsoft.com/entra/identity/app-provisioning/define-conditional-rules-for-provisioning-user-accounts
    "(1[0-9][0-9][0-9][0-9][0-9][0-9])",
    "([1-9][0-9])",
    // https://learn.microsoft.com/dotnet/standard/base-types/how-to-verify-that-strings-are-in-valid-email-format
    "^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$",
    "^\\w+([-.+']\\w+)*@\\w+([-.]\\w+)*\\.\\w+([-.]\\w+)*$",
    "^(?=.*\\d)(?=.*[a-z])(?=.*[A-Z]).{8,}$",
    "(?=.*\\d)(?=.*[a-z])(?=.*[A-Z])(?=.*\\W).{8,}",
    "^(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}$",
    "^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
    "(?:[0-9a-f]{2}:){5}[0-9a-f]{2}",
    "^\\s+|\\s+$",
    "^(\\w+)\\.(\\w+)@contoso\\.com$",
    "(?:ab|ac)*d",
    "(?:a+b)*c",
    "^.{1,1000}$",
    "(?:(?>a+))+$",
    "^(?>\\w+\\s?)*x",
    "(?:(\\w)\\1)+",
    "(?:(?!--).)*--",
    "<(?<tag>\\w+)>.*?</\\k<tag>>",
    "[[a-z]-[aeiou]]*",
    "(?:a*)?b",
    "^(?:a|b|ab)c$",
    "(?:,|^)(?:[^,]*)(?=,|$)",
    "\\b\\w+\\b(?:\\W+\\w+)*",
  ];
  for (const pattern of harmless) {
    test(`${pattern} is harmless`, () => assert.equal(ambiguityOf(pattern), undefined));
  }

  test("no pattern takes more steps than its bound says, whatever the text", () => {
    const piece = fastCheck.constantFrom("a", "b", "ab", "ba", "aab", "c");
    const attack = fastCheck
      .tuple(piece, fastCheck.integer({ min: 1, max: 12 }), piece, fastCheck.constantFrom("", "c", "b"))
      .map(([repeated, times, other, last]) => other + repeated.repeat(times) + last);
    let bounded = 0;
    fastCheck.assert(
      fastCheck.property(samples, attack, (sample, text) => {
        const tree = treeOf(print(sample));
        const bound = mostSteps(tree)?.(text.length);
        if (bound === undefined) return;
        bounded++;
        const budget = newBudget(bound);
        machineSearch(tree).test(text, budget);
        assert.ok(budget.left >= 0, `${print(sample)} takes more than ${bound} steps on ${text}`);
      }),
      { numRuns: 10_000, seed: 3 },
    );
    assert.ok(bounded > 5000, `only ${bounded} patterns have a bound`);
  });
});
