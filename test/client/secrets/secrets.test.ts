import assert from "node:assert/strict";
import type { SecretStorage } from "vscode";
import type { Questions } from "../../../client/src/secrets/questions.ts";
import { createSecrets } from "../../../client/src/secrets/secrets.ts";

const [a, b, login] = ["https://a.example", "https://b.example", "https://login.example"];
const key = "environment:hr";

/** A SecretStorage that shows what it holds. */
function memory(
  ...stored: readonly (readonly [key: string, text: string])[]
): SecretStorage & { readonly texts: Map<string, string> } {
  const texts = new Map(stored);
  return {
    texts,
    keys: async () => [...texts.keys()],
    get: async name => texts.get(name),
    store: async (name, text) => void texts.set(name, text),
    delete: async name => void texts.delete(name),
    onDidChange: () => ({ dispose: () => undefined }),
  };
}

/** A person who answers so, and what they were asked. */
function person(answers: { readonly value?: string; readonly sending?: "send" | "another" }) {
  const asked: unknown[] = [];
  const questions: Questions = {
    value: async (...about) => {
      asked.push(["value", ...about]);
      return answers.value;
    },
    sending: async (...about) => {
      asked.push(["sending", ...about]);
      return answers.sending;
    },
  };
  return { asked, questions };
}

const refusal = {
  value: null,
  reason:
    'Nothing was sent: the secret “hr” was not given for https://b.example. Run "Mapwright: Set Credentials…" to give one for it.',
};

suite("secrets of environments", () => {
  const nobody = person({});
  teardown(() => assert.deepEqual(nobody.asked, []));

  test("a secret is answered for the origin that it was given for, and is masked from then on", async () => {
    const secrets = createSecrets(memory(), nobody.questions);
    await secrets.set("hr", "t0ken", [a]);
    assert.deepEqual([...(await secrets.kept())], [["hr", [a]]]);
    assert.deepEqual([...secrets.handedOut], []);
    assert.deepEqual(await secrets.answer({ name: "hr", origins: [a] }), { value: "t0ken" });
    assert.deepEqual([...secrets.handedOut], ["t0ken"]);
  });

  test("a deleted secret is gone, with everywhere that it might be sent", async () => {
    const storage = memory();
    const secrets = createSecrets(storage, nobody.questions);
    await secrets.set("hr", "t0ken", [a]);
    await secrets.remove("hr");
    assert.deepEqual([...storage.texts], []);
    assert.deepEqual(await secrets.answer({ name: "hr", origins: [a] }), { value: null });
  });

  const elsewhere: readonly (readonly [what: string, given: string, asked: readonly string[]])[] = [
    ["another host", a, [b]],
    ["another port", "https://b.example:8443", [b]],
    ["plain http", "http://b.example", [b]],
    ["access tokens sent elsewhere", login, [login, b]],
  ];
  for (const [what, given, origins] of elsewhere) {
    test(`${what} is another origin: without a run of the person it is not sent there, and the reason names the remedy`, async () => {
      const secrets = createSecrets(memory(), nobody.questions);
      await secrets.set("hr", "t0ken", [given]);
      assert.deepEqual(await secrets.answer({ name: "hr", origins }), refusal);
      assert.deepEqual([...secrets.handedOut], []);
    });
  }

  test("a missing secret is not asked for while no run of the person is under way", async () => {
    assert.deepEqual(await createSecrets(memory(), nobody.questions).answer({ name: "hr", origins: [a] }), {
      value: null,
    });
  });

  test("nor after it has failed", async () => {
    const secrets = createSecrets(memory(), nobody.questions);
    await assert.rejects(secrets.askDuring(() => Promise.reject(new Error("gone"))));
    assert.deepEqual(await secrets.answer({ name: "hr", origins: [a] }), { value: null });
  });

  test("a new value may be sent nowhere but where it was given for", async () => {
    const secrets = createSecrets(memory(), nobody.questions);
    await secrets.set("hr", "t0ken", [a]);
    await secrets.set("hr", "new", [b]);
    assert.deepEqual([...(await secrets.kept())], [["hr", [b]]]);
  });

  test("a value of the time before origins were kept is sent nowhere, and not lost", async () => {
    const storage = memory([key, "t0ken"]);
    const secrets = createSecrets(storage, nobody.questions);
    assert.deepEqual([...(await secrets.kept())], [["hr", []]]);
    assert.deepEqual(await secrets.answer({ name: "hr", origins: [b] }), refusal);
    assert.equal(storage.texts.get(key), "t0ken");
  });
});

suite("secrets that a run of the person needs", () => {
  interface Scene {
    /** What is kept; absent: nothing. */
    readonly kept?: string;
    readonly answers: Parameters<typeof person>[0];
    readonly origins?: readonly string[];
  }
  const given = JSON.stringify({ value: "t0ken", origins: [a] });
  const run = async ({ kept, answers, origins = [b] }: Scene) => {
    const storage = memory(...(kept === undefined ? [] : [[key, kept] as const]));
    const { asked, questions } = person(answers);
    const secrets = createSecrets(storage, questions);
    const answer = await secrets.askDuring(() => secrets.answer({ name: "hr", origins }));
    return { answer, asked, stored: storage.texts.get(key), handedOut: [...secrets.handedOut] };
  };

  test("a missing one is asked for, with its origin, and kept for it", async () => {
    const { answer, asked, stored } = await run({ answers: { value: "t0ken" } });
    assert.deepEqual(answer, { value: "t0ken" });
    assert.deepEqual(asked, [["value", "hr", [b], undefined]]);
    assert.deepEqual(JSON.parse(stored ?? ""), { value: "t0ken", origins: [b] });
  });

  test("one that is declined is missing", async () => {
    const { answer, stored } = await run({ answers: {} });
    assert.deepEqual([answer, stored], [{ value: null }, undefined]);
  });

  test("one that was given for another origin is asked about, and sent nowhere where the person cancels", async () => {
    const { answer, asked, stored, handedOut } = await run({ kept: given, answers: {} });
    assert.deepEqual(asked, [["sending", "hr", [a], [b]]]);
    assert.deepEqual([answer, stored, handedOut], [refusal, given, []]);
  });

  test("what may be sent further is remembered", async () => {
    const { answer, stored } = await run({ kept: given, answers: { sending: "send" } });
    assert.deepEqual(answer, { value: "t0ken" });
    assert.deepEqual(JSON.parse(stored ?? ""), { value: "t0ken", origins: [a, b] });
  });

  test("another one takes its place, for the new origin alone", async () => {
    const { answer, asked, stored } = await run({ kept: given, answers: { sending: "another", value: "new" } });
    assert.deepEqual(answer, { value: "new" });
    assert.deepEqual(asked[1], ["value", "hr", [b], [a]]);
    assert.deepEqual(JSON.parse(stored ?? ""), { value: "new", origins: [b] });
  });

  test("another one that is not entered after all leaves the one that is kept", async () => {
    const { answer, stored } = await run({ kept: given, answers: { sending: "another" } });
    assert.deepEqual([answer, stored], [refusal, given]);
  });

  test("a value of the time before origins were kept is asked about once", async () => {
    const { answer, asked, stored } = await run({ kept: "t0ken", answers: { sending: "send" } });
    assert.deepEqual(answer, { value: "t0ken" });
    assert.deepEqual(asked, [["sending", "hr", [], [b]]]);
    assert.deepEqual(JSON.parse(stored ?? ""), { value: "t0ken", origins: [b] });
  });

  test("of several origins, those that are new are asked about", async () => {
    const { asked, stored } = await run({ kept: given, answers: { sending: "send" }, origins: [a, b] });
    assert.deepEqual(asked, [["sending", "hr", [a], [b]]]);
    assert.deepEqual(JSON.parse(stored ?? "").origins, [a, b]);
  });

  test("what another window keeps while the question stands is not undone", async () => {
    const storage = memory([key, given]);
    const replaced = JSON.stringify({ value: "new", origins: [a] });
    const sending: Questions["sending"] = async () => {
      await storage.store(key, replaced);
      return "send";
    };
    const secrets = createSecrets(storage, { ...person({}).questions, sending });
    const answer = await secrets.askDuring(() => secrets.answer({ name: "hr", origins: [b] }));
    assert.deepEqual(answer, { value: "t0ken" });
    assert.equal(storage.texts.get(key), replaced);
  });
});
