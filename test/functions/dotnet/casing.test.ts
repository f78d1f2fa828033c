import assert from "node:assert/strict";
import { casing, toLowerCase, toUpperCase, toUpperInvariant } from "../../../server/src/functions/dotnet/casing.ts";
import { trim } from "../../../server/src/functions/dotnet/whiteSpace.ts";

suite("casing", () => {
  const cultures: readonly [name: string, rules: ReturnType<typeof casing>][] = [
    ["", "invariant"],
    ["en-US", "cultural"],
    ["de", "cultural"],
    ["tr", "turkic"],
    ["tr-TR", "turkic"],
    ["az-Latn-AZ", "turkic"],
    ["xx-XX", undefined],
    ["en_US", undefined],
    ["no such", undefined],
  ];
  for (const [name, rules] of cultures) {
    test(`culture "${name}" is ${rules ?? "unknown"}`, () => assert.equal(casing(name), rules));
  }

  const letters: readonly [rules: "invariant" | "turkic" | "cultural", text: string, upper: string, lower: string][] = [
    ["invariant", "iIıİ", "IIıİ", "iiıİ"],
    ["turkic", "iIıİ", "İIIİ", "iııi"],
    ["cultural", "iIıİ", "IIIİ", "iiıi"],
    ["invariant", "ßẞ", "ßẞ", "ßß"],
    ["invariant", "ŉǰΐ", "ŉǰΐ", "ŉǰΐ"],
    ["invariant", "ᾀᾈᾳᾼ", "ᾈᾈᾼᾼ", "ᾀᾀᾳᾳ"],
    ["invariant", "ﬁ", "ﬁ", "ﬁ"],
    ["invariant", "ΣςΑΣ", "ΣΣΑΣ", "σςασ"],
    ["invariant", "ǅ", "Ǆ", "ǆ"],
    ["invariant", "𐐨𐐀", "𐐀𐐀", "𐐨𐐨"],
    ["invariant", "\ud800a", "\ud800A", "\ud800a"],
  ];
  for (const [rules, text, upper, lower] of letters) {
    test(`${rules}: ${JSON.stringify(text)} is ${upper} in upper and ${lower} in lower case`, () => {
      assert.equal(toUpperCase(text, rules), upper);
      assert.equal(toLowerCase(text, rules), lower);
    });
  }

  test("invariant upper case never changes the length of a text", () => {
    for (let code = 0; code <= 0xffff; code++) {
      assert.equal(toUpperInvariant(String.fromCharCode(code)).length, 1, code.toString(16));
    }
  });
});

suite("white space", () => {
  const texts: readonly [text: string, trimmed: string][] = [
    ["", ""],
    [" \t\r\n", ""],
    ["\u0085\u00a0\u3000a b\u2028", "a b"],
    ["\ufeff a", "\ufeff a"],
    ["\u200ba", "\u200ba"],
  ];
  for (const [text, trimmed] of texts) {
    test(`${JSON.stringify(text)} is trimmed to ${JSON.stringify(trimmed)}`, () => assert.equal(trim(text), trimmed));
  }
});
