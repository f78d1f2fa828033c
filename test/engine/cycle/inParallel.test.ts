import assert from "node:assert/strict";
import { inParallel } from "../../../server/src/engine/cycle/inParallel.ts";

/** Works that each end after so many turns, with what they share; the order of their beginnings and ends comes back. */
async function order(
  works: readonly (readonly [name: string, turns: number, ...keys: readonly string[]])[],
  limit: number,
) {
  const events: string[] = [];
  let active = 0;
  let most = 0;
  const rules = {
    limit,
    keysOf: ([, , ...keys]: (typeof works)[number]) => keys,
    goesOn: () => !events.includes("-stop"),
  };
  await inParallel(works, rules, async ([name, turns]) => {
    events.push(`+${name}`);
    most = Math.max(most, ++active);
    for (let turn = 0; turn < turns; turn++) await Promise.resolve();
    active--;
    events.push(`-${name}`);
    if (name === "fail") throw new Error("failed");
  });
  return { events: events.join(" "), most };
}

suite("work in parallel", () => {
  test("is in order where one is done at a time", async () => {
    assert.deepEqual(
      await order(
        [
          ["a", 5],
          ["b", 1],
          ["c", 1],
        ],
        1,
      ),
      { events: "+a -a +b -b +c -c", most: 1 },
    );
  });

  test("has no more in flight than the limit", async () => {
    const { events, most } = await order(
      [
        ["a", 40],
        ["b", 1],
        ["c", 1],
        ["d", 1],
      ],
      2,
    );
    assert.equal(most, 2);
    assert.match(events, /^\+a \+b -b \+c -c \+d -d -a$/);
  });

  test("never has two with a key in common", async () => {
    const { events } = await order(
      [
        ["a", 9, "x"],
        ["b", 1, "y"],
        ["c", 1, "y", "x"],
      ],
      9,
    );
    assert.match(events, /-a.*\+c/);
    assert.match(events, /\+b.*-a/);
  });

  test("begins nothing more where it is to stop", async () => {
    assert.equal(
      (
        await order(
          [
            ["stop", 1],
            ["b", 1],
          ],
          1,
        )
      ).events,
      "+stop -stop",
    );
  });

  test("waits for what was begun before it throws", async () => {
    const events: string[] = [];
    const works = [
      ["fail", 1],
      ["slow", 30],
    ] as const;
    const run = inParallel(works, { limit: 2, keysOf: () => [], goesOn: () => true }, async ([name, turns]) => {
      for (let turn = 0; turn < turns; turn++) await Promise.resolve();
      events.push(name);
      if (name === "fail") throw new Error("failed");
    });
    await assert.rejects(run, /failed/);
    assert.deepEqual(events, ["fail", "slow"]);
  });
});
