import assert from "node:assert/strict";
import fastCheck from "fast-check";
import { compileRegex } from "../../../server/src/functions/dotnet/regex.ts";
import { captured } from "../../../server/src/functions/dotnet/replacement.ts";
import { type Captures, firstMatch } from "./matcher.ts";
import { print, samples } from "./samples.ts";

/** What the translated pattern finds first: where, and the groups whose text is said to be exact. */
function translatedMatch(pattern: string, text: string) {
  const regex = compileRegex(pattern, "");
  if (regex.kind !== "compiled") return { refused: regex.kind } as const;
  const match = regex.expression.exec(text);
  const exact = regex.groups.filter(group => group.exact && group.number > 0);
  const captures = exact.map(group => [group.name, match?.[(match && captured(group, match)) ?? -1]] as const);
  return {
    match: match && { start: match.index, end: match.index + match[0].length },
    captures: defined(Object.fromEntries(captures)),
    names: exact.map(({ name }) => name),
  };
}

function defined(captures: Readonly<Record<string, string | undefined>>): Captures {
  return Object.fromEntries(
    Object.entries(captures).flatMap(([name, text]) => (text === undefined ? [] : [[name, text]])),
  );
}

suite("translated regular expressions and a matcher written by .NET's rules", () => {
  test("agree on the first match and on every group that is called exact", () => {
    let translated = 0;
    const text = fastCheck.string({ unit: fastCheck.constantFrom("a", "b"), maxLength: 6 });
    fastCheck.assert(
      fastCheck.property(samples, text, (sample, subject) => {
        const pattern = print(sample);
        const actual = translatedMatch(pattern, subject);
        if ("refused" in actual) return;
        translated++;
        const expected = firstMatch(sample, subject);
        assert.deepEqual(actual.match, expected ? { start: expected.start, end: expected.end } : null, pattern);
        const captures = Object.entries(expected?.captures ?? {}).filter(([name]) => actual.names.includes(name));
        assert.deepEqual(actual.captures, Object.fromEntries(captures), pattern);
      }),
      { numRuns: 10000, seed: 1 },
    );
    assert.ok(translated > 1000, `only ${translated} patterns were translated`);
  });
});
