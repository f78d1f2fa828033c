import assert from "node:assert/strict";
import { secureRandom } from "../../server/src/session/secureRandom.ts";

suite("secure chance", () => {
  test("draws numbers from 0 to below 1, over the whole range and never the same", () => {
    const drawn = Array.from({ length: 1000 }, secureRandom);
    assert.ok(drawn.every(number => number >= 0 && number < 1));
    assert.equal(new Set(drawn).size, drawn.length);
    for (const part of [0, 1, 2, 3]) {
      assert.ok(drawn.filter(number => Math.floor(number * 4) === part).length > 150, `${part}`);
    }
  });
});
