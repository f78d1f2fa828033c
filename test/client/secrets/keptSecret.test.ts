import assert from "node:assert/strict";
import { type KeptSecret, keptSecret, storedText, withheld } from "../../../client/src/secrets/keptSecret.ts";

suite("a kept secret", () => {
  const rows: readonly (readonly [what: string, text: string, kept: KeptSecret])[] = [
    ["what was stored", storedText({ value: "t", origins: ["https://a"] }), { value: "t", origins: ["https://a"] }],
    ["a bare value", "t0ken", { value: "t0ken", origins: [] }],
    ["a bare value that is a number", "12", { value: "12", origins: [] }],
    ["a bare value that is JSON", '{"value":"t"}', { value: '{"value":"t"}', origins: [] }],
    ["null", "null", { value: "null", origins: [] }],
    [
      "origins that are none",
      '{"value":"t","origins":"https://a"}',
      { value: '{"value":"t","origins":"https://a"}', origins: [] },
    ],
    ["one origin that is none", '{"value":"t","origins":[1]}', { value: '{"value":"t","origins":[1]}', origins: [] }],
  ];
  for (const [what, text, kept] of rows) {
    test(`is read from ${what}`, () => assert.deepEqual(keptSecret(text), kept));
  }

  test("is withheld from every origin that it was not given for, to the letter", () =>
    assert.deepEqual(withheld(["https://a", "https://a:8443", "http://a"], ["https://a", "https://b"]), [
      "https://a:8443",
      "http://a",
    ]));
});
