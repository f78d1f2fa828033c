import assert from "node:assert/strict";
import { contender } from "../../bench/filters/contenders/mapwright.ts";
import { filters } from "../../bench/filters/filters.ts";
import { createScimUsers } from "../../bench/filters/scimUsers.ts";

suite("the ten filters of the bench, over the sandbox's schema", () => {
  const users = createScimUsers(6000);
  for (const { text, means } of filters) {
    test(`${text} finds whom it means`, () => {
      const meant = users.filter(means);
      assert.ok(meant.length > 0 && meant.length < users.length);
      assert.deepEqual(contender.find(text, users), meant);
    });
  }
});
