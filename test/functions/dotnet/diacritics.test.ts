import assert from "node:assert/strict";
import { replaceListedDiacritics, stripMarks } from "../../../server/src/functions/dotnet/diacritics.ts";
import { lettersByReplacement } from "../../../server/src/functions/dotnet/diacriticsTable.ts";

const entries = Object.entries(lettersByReplacement).flatMap(([replacement, letters]) =>
  letters.split(" ").map(letter => [letter, replacement] as const),
);

suite("diacritics", () => {
  test("the table has the documentation's 261 entries, each once and composed", () => {
    assert.equal(entries.length, 261);
    assert.equal(new Set(entries.map(([letter]) => letter)).size, 261);
    for (const [letter] of entries) assert.equal(letter, letter.normalize("NFC"));
  });

  test("every entry is replaced, composed or decomposed, alone and between others", () => {
    for (const [letter, replacement] of entries) {
      assert.equal(replaceListedDiacritics(letter), replacement);
      assert.equal(replaceListedDiacritics(letter.normalize("NFD")), replacement);
      assert.equal(replaceListedDiacritics(`x${letter}y${letter}`), `x${replacement}y${replacement}`);
    }
  });

  test("every replacement but that of ligatures and of letters with strokes is the letter without marks", () => {
    const others = entries.filter(([letter, replacement]) => stripMarks(letter) !== replacement);
    assert.equal(others.map(([letter]) => letter).join(" "), "æ ǣ Æ Ǣ ı ł Ł ø ø̄ œ̄ Ø Ø̄ Œ̄ ß");
  });

  const texts: readonly [text: string, replaced: string, stripped: string][] = [
    ["Ada", "Ada", "Ada"],
    ["Žofie Šárka", "Zofie Sarka", "Zofie Sarka"],
    ["Nguyễn", "Nguyễn", "Nguyen"],
    ["đœþ", "đœþ", "đœþ"],
    ["日本", "日本", "日本"],
    ["😀é", "😀e", "😀e"],
  ];
  for (const [text, replaced, stripped] of texts) {
    test(`${text} becomes ${replaced}, and ${stripped} without any mark`, () => {
      assert.equal(replaceListedDiacritics(text), replaced);
      assert.equal(stripMarks(text), stripped);
    });
  }
});
