import assert from "node:assert/strict";
import { instantOf } from "../../server/src/model/instant.ts";

suite("An instant", () => {
  const instants: readonly (readonly [text: string, iso: string | undefined])[] = [
    ["2026-01-31T09:00:00Z", "2026-01-31T09:00:00.000Z"],
    ["2026-01-31T09:00:00.25+02:00", "2026-01-31T07:00:00.250Z"],
    ["2026-01-31T09:00", "2026-01-31T09:00:00.000Z"],
    ["2026-01-31", "2026-01-31T00:00:00.000Z"],
    ["2026-02-30T99:00:00Z", undefined],
    ["2026-01-31Z", undefined],
    ["31.1.2026", undefined],
    ["", undefined],
  ];
  for (const [text, iso] of instants) {
    test(`${JSON.stringify(text)} is ${iso ?? "none"}`, () => {
      const instant = instantOf(text);
      assert.equal(instant && new Date(instant).toISOString(), iso);
    });
  }
});
