import assert from "node:assert/strict";
import { EventEmitter, type SecretStorage, type SecretStorageChangeEvent } from "vscode";
import { createSecrets } from "../../../client/src/secrets/secrets.ts";

function memory(): SecretStorage {
  const values = new Map<string, string>();
  return {
    keys: async () => [...values.keys()],
    get: async key => values.get(key),
    store: async (key, value) => {
      values.set(key, value);
    },
    delete: async key => {
      values.delete(key);
    },
    onDidChange: new EventEmitter<SecretStorageChangeEvent>().event,
  };
}

suite("secrets of environments", () => {
  test("a secret is answered by its name, and is masked from then on", async () => {
    const secrets = createSecrets(memory());
    await secrets.set("servicenow", "t0ken");
    assert.deepEqual(await secrets.names(), ["servicenow"]);
    assert.deepEqual([...secrets.handedOut], []);
    assert.deepEqual(await secrets.answer("servicenow"), { value: "t0ken" });
    assert.deepEqual([...secrets.handedOut], ["t0ken"]);
  });

  test("a missing secret is not asked for while no run of the person is under way", async () => {
    assert.deepEqual(await createSecrets(memory()).answer("servicenow"), { value: null });
  });

  test("a deleted secret is gone", async () => {
    const secrets = createSecrets(memory());
    await secrets.set("servicenow", "t0ken");
    await secrets.remove("servicenow");
    assert.deepEqual(await secrets.answer("servicenow"), { value: null });
  });
});
