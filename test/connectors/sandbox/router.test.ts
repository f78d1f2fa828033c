import assert from "node:assert/strict";
import type { ResourceService } from "../../../server/src/connectors/sandbox/resources.ts";
import { type Request, route, type ServedType } from "../../../server/src/connectors/sandbox/router.ts";
import { createTurns } from "../../../server/src/connectors/sandbox/turns.ts";

/** Resources of which there is one, a number; a change takes its time between reading and writing. */
function slowResources() {
  let held: number | undefined = 0;
  const resources: ResourceService = {
    create: () => ({}),
    read: () => ({ held }),
    list: () => ({}),
    replace: () => ({}),
    remove: () => {
      held = undefined;
    },
    patch: async () => {
      if (held === undefined) throw new Error("It is gone.");
      const before = held;
      await new Promise(setImmediate);
      held = before + 1;
      return { held };
    },
  };
  const served: ServedType = {
    resources,
    inTurn: createTurns(),
    save: async () => undefined,
    refresh: async () => undefined,
  };
  return { types: new Map([["Users", served]]), held: () => held };
}

const request = (method: string): Request => ({ method, path: ["Users", "1"], query: new URLSearchParams() });

suite("requests at the same instant", () => {
  test("change a resource one after the other, so that no change is lost", async () => {
    const { types, held } = slowResources();
    await Promise.all(Array.from({ length: 5 }, () => route(types, request("PATCH"))));
    assert.equal(held(), 5);
  });

  test("do not bring back what one of them deletes", async () => {
    const { types, held } = slowResources();
    const methods = ["PATCH", "DELETE", "PATCH"];
    const settled = await Promise.allSettled(methods.map(method => route(types, request(method))));
    assert.deepEqual(
      settled.map(({ status }) => status),
      ["fulfilled", "fulfilled", "rejected"],
    );
    assert.equal(held(), undefined);
  });

  test("do not hold up one that reads", async () => {
    const { types } = slowResources();
    const changing = route(types, request("PATCH"));
    assert.deepEqual((await route(types, request("GET"))).body, { held: 0 });
    await changing;
  });
});
