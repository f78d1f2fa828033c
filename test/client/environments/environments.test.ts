import assert from "node:assert/strict";
import { type ConnectionState, stateAfter } from "../../../client/src/environments/connectionState.ts";
import { environmentNodes } from "../../../client/src/environments/nodes.ts";
import { statusText } from "../../../client/src/environments/statusText.ts";

const sandbox = { name: "sandbox", endpoint: "sandbox", write: true };
const origin = "https://test.example";
const test1 = { name: "test", endpoint: origin, write: true, secret: "t", secretOrigins: [origin] };
const production = { name: "production", endpoint: "https://scim.example", write: false };
const failed: ConnectionState = { kind: "failed", at: "10:00", reason: "It refused. Set another secret." };

suite("view of the environments", () => {
  const nodes = (state: ConnectionState = { kind: "unknown" }, kept?: readonly string[]) =>
    environmentNodes([sandbox, test1, production], {
      selected: "test",
      secrets: new Map(kept && [["t", kept]]),
      stateOf: () => state,
    });
  const facts = (index: number, ...given: Parameters<typeof nodes>) =>
    nodes(...given)[index]?.below.map(({ label, description }) => `${label}: ${description}`);

  test("each says how careful one has to be, whether it was tested, and where it is", () =>
    assert.deepEqual(
      nodes().map(({ label, description, icon }) => `$(${icon}) ${label} ${description}`),
      [
        "$(beaker) sandbox embedded",
        "$(unlock) test selected · can be written to · not tested · https://test.example",
        "$(lock) production read-only · not tested · https://scim.example",
      ],
    ));

  test("a connection that failed is told with reason and remedy", () => {
    const [, one] = nodes(failed);
    assert.equal(one?.icon, "error");
    assert.match(one?.description ?? "", /failed at 10:00/);
    assert.match(one?.tooltip ?? "", /It refused\. Set another secret\.$/);
    assert.ok(facts(1, failed)?.includes("Connection: failed at 10:00: It refused. Set another secret."));
  });

  test("the facts below say whether the secret is kept, and that writing asks first", () => {
    assert.deepEqual(facts(1), [
      "Endpoint: https://test.example",
      "Writing: A real endpoint that can be written to. Every write asks first.",
      "Credentials: secret “t” is not kept yet",
      "Connection: not tested",
    ]);
    assert.ok(facts(1, undefined, [origin])?.includes("Credentials: secret “t” is kept"));
    assert.deepEqual(facts(2)?.slice(1), [
      'Writing: Read-only: previews alone, as mapwright.json does not say "write": true.',
      "Connection: not tested",
    ]);
  });

  test("a secret that was given for another address is said to be so, and the row mends it", () => {
    const row = nodes(undefined, ["https://other.example"])[1]?.below[2];
    assert.equal(row?.description, "secret “t” is kept, but was not given for https://test.example");
    assert.deepEqual([row?.icon, row?.command], ["warning", "mapwright.setCredentials"]);
  });

  test("the menus know which has a secret", () =>
    assert.deepEqual(
      nodes().map(({ context }) => context),
      ["mapwright.environment.sandbox", "mapwright.environment.writes.secret", "mapwright.environment.readOnly"],
    ));
});

suite("environment in the status bar", () => {
  const rows = [
    [sandbox, "$(beaker) sandbox", undefined],
    [{ ...sandbox, name: "strict" }, "$(beaker) strict: embedded", undefined],
    [production, "$(lock) production: read-only", undefined],
    [test1, "$(unlock) test: can be written to", "statusBarItem.warningBackground"],
  ] as const;
  for (const [environment, text, background] of rows) {
    test(`${text}${background === undefined ? "" : ", on a coloured ground"}`, () => {
      const told = statusText(environment);
      assert.equal(told.text, text);
      assert.equal(told.background, background);
      assert.ok(told.label.includes(text.replace(/^\$\(\w+\) /, "")));
    });
  }
});

suite("what an answer means for a connection", () => {
  const report = { environment: production, requests: [] } as const;
  const failure = { errorCode: "HTTP 401", reason: "It refused.", recommendedAction: "Set another secret." };

  test("connected", () =>
    assert.deepEqual(stateAfter({ kind: "tested", report: { ...report, state: "connected" } }, "10:00"), {
      kind: "connected",
      at: "10:00",
    }));

  test("failed, with the remedy", () =>
    assert.deepEqual(stateAfter({ kind: "tested", report: { ...report, state: "failed", failure } }, "10:00"), failed));

  test("refused: it was not even tried", () =>
    assert.deepEqual(stateAfter({ kind: "refused", message: "No secret." }, "10:00"), {
      kind: "failed",
      at: "10:00",
      reason: "No secret.",
    }));
});
