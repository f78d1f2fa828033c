import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { documentedRules } from "../../server/src/validation/documentedRules.ts";
import { englishTold } from "../harness/pseudo.ts";
import { fileAround, fixture, problemsOf, withoutMarkers } from "../harness/ruleTests.ts";

/** What a person reads of the problems of a text. */
function told(text: string): readonly string[] {
  return problemsOf(text).flatMap(({ message, fixes, related = [] }) => [
    message,
    ...fixes.map(({ title }) => title),
    ...related.map(other => other.message),
  ]);
}

suite("Problems are told in the person's language", () => {
  for (const name of readdirSync(new URL("fixtures/", import.meta.url))) {
    test(`of the fixture ${name}`, () => {
      const text = withoutMarkers(fixture(name));
      assert.deepEqual(
        englishTold(() => told(text)),
        [],
      );
    });
  }

  for (const { code, bad } of documentedRules) {
    test(`of the bad example of ${code}`, () =>
      assert.deepEqual(
        englishTold(() => told(fileAround(bad))),
        [],
      ));
  }

  test("of a call that a schema does not write out", () =>
    assert.deepEqual(
      englishTold(() => told(fileAround('"source": { "type": "Function", "name": "Join" }'))),
      [],
    ));
});
