import assert from "node:assert/strict";
import fastCheck from "fast-check";
import { firstMatch } from "./matcher.ts";
import { fastMatches, machineMatches } from "./matches.ts";
import { print, samples } from "./samples.ts";

suite("regular expressions and a matcher written by .NET's rules", () => {
  const text = fastCheck.string({ unit: fastCheck.constantFrom("a", "b"), maxLength: 6 });

  test("agree on the first match and on every group", () => {
    fastCheck.assert(
      fastCheck.property(samples, text, (sample, subject) => {
        const pattern = print(sample);
        const expected = firstMatch(sample, subject);
        const found = machineMatches(pattern, subject)[0];
        const { "0": _, ...captures } = found?.groups ?? {};
        assert.deepEqual(found && { start: found.start, end: found.end, captures }, expected, pattern);
      }),
      { numRuns: 10_000, seed: 1 },
    );
  });

  test("agree with the translation into ECMAScript wherever there is one", () => {
    let translated = 0;
    fastCheck.assert(
      fastCheck.property(samples, text, (sample, subject) => {
        const pattern = print(sample);
        const fast = fastMatches(pattern, subject);
        if (fast === undefined) return;
        translated++;
        assert.deepEqual(fast, machineMatches(pattern, subject), pattern);
      }),
      { numRuns: 10_000, seed: 2 },
    );
    assert.ok(translated > 1000, `only ${translated} patterns were translated`);
  });
});
