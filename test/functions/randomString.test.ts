import assert from "node:assert/strict";
import { seededRandom } from "../../server/src/engine/expression/seededRandom.ts";
import { evaluation } from "./evaluation.ts";

const seeds = Array.from({ length: 400 }, (_, index) => index + 1);

function drawn(expression: string, seed: number): string {
  return String(evaluation(expression, {}, {}, { random: seededRandom(seed) }).result);
}

function count(text: string, characters: RegExp): number {
  return text.match(characters)?.length ?? 0;
}

suite("RandomString", () => {
  test("has the length and the minimums asked for, and nothing that is to be avoided", () => {
    for (const seed of seeds) {
      const text = drawn('RandomString(10, 2, 2, 2, 1, "?,")', seed);
      assert.equal(text.length, 10, text);
      assert.ok(count(text, /\d/g) >= 2, text);
      assert.ok(count(text, /[A-Z]/g) >= 2, text);
      assert.ok(count(text, /[a-z]/g) >= 1, text);
      assert.equal(count(text, /[^\dA-Za-z]/g), 2, text);
      assert.doesNotMatch(text, /[?,]/);
    }
  });

  test("repeats for the same seed, and differs for another", () => {
    assert.equal(drawn("RandomString(40, 0, 9, 0, 0)", 7), drawn("RandomString(40, 0, 9, 0, 0)", 7));
    assert.equal(new Set(seeds.map(seed => drawn("RandomString(16, 1, 1, 1, 1)", seed))).size, seeds.length);
  });

  test("takes its special characters from those of Windows passwords, and uses all of them", () => {
    const text = seeds.map(seed => drawn("RandomString(8, 0, 8, 0, 0)", seed)).join("");
    const used = [...new Set(text)].sort().join("");
    assert.equal(used, [..."~!@#$%^&*_-+=`|\\(){}[]:;\"'<>,.?/"].sort().join(""));
  });

  test("puts a digit at every place equally often", () => {
    const places = [0, 0, 0, 0];
    for (const seed of seeds) {
      const place = drawn("RandomString(4, 1, 0, 3, 0)", seed).search(/\d/);
      places[place] = (places[place] ?? 0) + 1;
    }
    for (const often of places) assert.ok(Math.abs(often - 100) < 40, places.join(" "));
  });

  test("is as long as 256 characters", () => {
    assert.equal(drawn("RandomString(256, 64, 64, 64, 64)", 1).length, 256);
  });
});
