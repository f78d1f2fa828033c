import assert from "node:assert/strict";
import { newBudget } from "../../../server/src/functions/dotnet/regex/budget.ts";
import { compileRegex } from "../../../server/src/functions/dotnet/regex.ts";
import { expand, parseReplacement } from "../../../server/src/functions/dotnet/replacement.ts";
import { isFailure } from "../../../server/src/functions/values.ts";

suite("replacement patterns of .NET", () => {
  const cases: readonly [regex: string, text: string, replacement: string, expected: string][] = [
    ["(b)(?<n>c)", "abcd", `$1$2\${n}\${1}`, "bccb"],
    ["(b)", "abc", "$$1", "$1"],
    ["(b)", "abc", "$$2147483648 $2147483647", "$2147483648 $2147483647"],
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
      const parts = parseReplacement(replacement, groups);
      assert.equal(isFailure(parts) ? parts.message : expand(parts, match), expected);
    });
  }

  for (const replacement of ["$2147483648", `\${99999999999}`]) {
    test(`${replacement} is refused, its number is too large`, () => {
      const parts = parseReplacement(replacement, []);
      assert.ok(isFailure(parts));
      assert.ok(parts.message.startsWith(`${replacement} cannot be used`));
    });
  }
});
