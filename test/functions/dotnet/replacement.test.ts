import assert from "node:assert/strict";
import { newBudget } from "../../../server/src/functions/dotnet/regex/budget.ts";
import { compileRegex } from "../../../server/src/functions/dotnet/regex.ts";
import { expand, parseReplacement } from "../../../server/src/functions/dotnet/replacement.ts";

suite("replacement patterns of .NET", () => {
  const cases: readonly [regex: string, text: string, replacement: string, expected: string][] = [
    ["(b)(?<n>c)", "abcd", `$1$2\${n}\${1}`, "bccb"],
    ["(b)", "abc", "$$1", "$1"],
    ["(b)", "abc", "$&$0", "bb"],
    ["(b)", "abc", "$`-$'", "a-c"],
    ["(b)", "abc", "$_", "abc"],
    ["(b)(x)?", "abc", "[$+]", "[]"],
    ["b", "abc", "$+", "b"],
    ["(b)", "abc", "$10", "$10"],
    ["(b)", "abc", `\${10}`, `\${10}`],
    ["(b)", "abc", "$01", "b"],
    ["(b)", "abc", `$2 \${n} \${1 $`, `$2 \${n} \${1 $`],
    ["(b)", "abc", "$x $<n> \\1", "$x $<n> \\1"],
    ["(b)", "abc", "", ""],
    ["(?<n>b)|(?<n>x)", "abc", `\${n}`, "b"],
  ];
  for (const [pattern, text, replacement, expected] of cases) {
    test(`${replacement} at ${pattern} in ${text} is ${expected}`, () => {
      const regex = compileRegex(pattern);
      assert.equal(regex.kind, "compiled");
      const match = regex.kind === "compiled" ? regex.firstMatch(text, newBudget()) : undefined;
      assert.ok(match && "textOf" in match);
      const groups = regex.kind === "compiled" ? regex.groups : [];
      assert.equal(expand(parseReplacement(replacement, groups), match), expected);
    });
  }
});
