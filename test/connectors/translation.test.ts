import assert from "node:assert/strict";
import { join } from "node:path";
import { setEnvironmentData } from "node:worker_threads";
import { openDirectory } from "../../server/src/connectors/directory/openDirectory.ts";
import { openSource } from "../../server/src/connectors/directory/openSource.ts";
import { readSnapshot } from "../../server/src/connectors/directory/readSnapshot.ts";
import { fileAtRevision } from "../../server/src/connectors/git/fileAtRevision.ts";
import { readSeed } from "../../server/src/connectors/sandbox/seed.ts";
import { startSandbox } from "../../server/src/connectors/sandbox/startSandbox.ts";
import { readAnswer } from "../../server/src/connectors/scim/answer.ts";
import { usableSecret } from "../../server/src/connectors/scim/credentials.ts";
import { waitText } from "../../server/src/connectors/scim/delivery/wait.ts";
import { discoverSchemas } from "../../server/src/connectors/scim/discoverSchemas.ts";
import { endpointProblem } from "../../server/src/connectors/scim/endpoint.ts";
import { haltFailure } from "../../server/src/connectors/scim/haltFailure.ts";
import { networkFailure } from "../../server/src/connectors/scim/networkFailure.ts";
import { tokenRefusal } from "../../server/src/connectors/scim/oauth/tokenRefusal.ts";
import { openTarget } from "../../server/src/connectors/scim/openTarget.ts";
import { readPages } from "../../server/src/connectors/scim/readPages.ts";
import { refusal } from "../../server/src/connectors/scim/refusal.ts";
import { storeFailure } from "../../server/src/connectors/store/storeFailure.ts";
import { addEnvironment, refuseExisting } from "../../server/src/connectors/workspace/addEnvironment.ts";
import { loadWorkspace } from "../../server/src/connectors/workspace/loadWorkspace.ts";
import { englishInSentences, englishLeft, pseudo, sentencesIn } from "../harness/pseudo.ts";
import { type TemporaryWorkspace, temporaryWorkspace } from "../harness/workspace.ts";

const ada = { id: "1", userPrincipalName: "ada@contoso.com" };

/** Files that are refused, each for another reason. */
const refused: Readonly<Record<string, unknown>> = {
  "empty.json": "",
  "broken.json": '{"users": [',
  "colon.json": '{"users" [] }',
  "word.json": "{ users: [] }",
  "number.json": 7,
  "user.json": [{ id: 1 }],
  "nobody.json": [{ userPrincipalName: "x" }],
  "twice.json": [ada, ada],
  "group.json": { users: [ada], groups: [{ id: "2", members: "1" }] },
  "stranger.json": { users: [ada], assignments: [{ application: "A", user: "eve" }] },
  "both.json": { users: [ada], assignments: [{ application: "A", user: "1", group: "2" }] },
  "roles.json": { users: [ada], assignments: [{ application: "A", user: "1", roles: [1] }] },
  "line.ndjson": "{ x",
  "list.ndjson": "[1]",
  "id.ndjson": '{"id": 7, "userPrincipalName": "x"}',
  "assigned.ndjson": '{"id": "7", "userPrincipalName": "x", "assigned": "x"}',
  "twice.ndjson": `${JSON.stringify(ada)}\n${JSON.stringify(ada)}`,
  "id.csv": "name,mail\nx,y",
  "columns.csv": "id,id\nx,y",
  "unnamed.csv": "id,\nx,y",
  "width.csv": "id,userPrincipalName\nx",
  "widths.csv": "id;userPrincipalName\nx;y;z",
  "quote.csv": 'id,userPrincipalName\nx,y"z',
  "open.csv": 'id,userPrincipalName\nx,"y',
  "behind.csv": 'id,userPrincipalName\nx,"y"z',
  "bytes.json": new Uint8Array([0x22, 0xff, 0xfe]),
  "bytes.ndjson": new Uint8Array([0x7b, 0xff, 0x7d]),
  "sixteen.ndjson": new Uint8Array([0xff, 0xfe, 0x7b, 0]),
};

const configurations = [
  { environment: {} },
  { environments: [] },
  { environments: { a: { endpoint: "ftp://x" } } },
  { environments: { a: { endpoint: "http://scim.example" } } },
  { environments: { a: { endpoint: "https://a:b@scim.example" } } },
  { environments: { a: { endpoint: 7 } } },
  { environments: { a: { endpoint: "sandbox", mode: "x" } } },
  { environments: { a: { endpoint: "sandbox", write: 1 } } },
  { environments: { a: { endpoint: "sandbox", limits: { connections: 1.5 } } } },
  { environments: { a: { endpoint: "sandbox", limits: { connections: 17 } } } },
  { environments: { a: { endpoint: "sandbox", limits: { connections: 0 } } } },
  { environments: { a: { endpoint: "sandbox", limits: { connections: "x" } } } },
  { environments: { a: { endpoint: "sandbox", authentication: { type: "bearer" } } } },
  { environments: { a: { endpoint: "sandbox", authentication: { type: "oauth", secret: "x" } } } },
  {
    environments: {
      a: { endpoint: "sandbox", authentication: { type: "oauth", secret: "x", tokenEndpoint: "https://x.example" } },
    },
  },
  { rules: 7 },
  { directory: 7 },
];

const codes = [
  "ECONNREFUSED",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ECONNRESET",
  "EPROTO",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "CERT_HAS_EXPIRED",
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UND_ERR_CONNECT_TIMEOUT",
  "UND_ERR_HEADERS_TIMEOUT",
  "UND_ERR_BODY_TIMEOUT",
  "UND_ERR_PRX_CONN",
  "UND_ERR_PRX_TLS",
  "ERR_ANSWER_TOO_LARGE",
];
const types = [
  "invalidFilter",
  "tooMany",
  "uniqueness",
  "mutability",
  "invalidSyntax",
  "invalidPath",
  "noTarget",
  "invalidValue",
];
const subject = "GET https://scim.example/Users";

/** What is told, as a result: an error's message, or what came. */
async function telling(run: () => unknown): Promise<unknown> {
  try {
    return { message: await run() };
  } catch (error) {
    return { message: (error as Error).message };
  }
}

suite("Connectors in the person's language", () => {
  let files: TemporaryWorkspace;
  suiteSetup(async () => {
    files = await temporaryWorkspace(refused);
  });
  suiteTeardown(() => files.remove());

  for (const name of Object.keys(refused)) {
    test(`say what is wrong with ${name}`, async () =>
      assert.deepEqual(
        await englishInSentences(() => telling(() => openDirectory(join(files.folder, name), "A"))),
        [],
      ));
  }

  for (const name of ["empty.json", "colon.json", "number.json", "user.json", "stranger.json", "both.json"]) {
    test(`say what is wrong with ${name} where it is streamed`, async () => {
      const read = async () => {
        const told: unknown[] = [];
        for await (const _ of openSource(join(files.folder, name)).read(undefined, one => told.push(one)));
        throw new Error(JSON.stringify(told));
      };
      assert.deepEqual(await englishInSentences(() => telling(read)), []);
    });
  }

  for (const configuration of configurations) {
    test(`say what is wrong with ${JSON.stringify(configuration)}`, async () => {
      await files.write("mapwright.json", configuration);
      assert.deepEqual(await englishInSentences(() => telling(() => loadWorkspace(files.folder))), []);
    });
  }

  const others: Readonly<Record<string, () => unknown>> = {
    "a file that is not there": () => openDirectory(join(files.folder, "no.json")),
    "a folder": () => openDirectory(files.folder),
    "a snapshot": () => readSnapshot(join(files.folder, "number.json")),
    "a seed": () => readSeed(join(files.folder, "number.json")),
    "no repository": () => fileAtRevision(join(files.folder, "user.json"), "HEAD"),
    "a secret that is missing": () => usableSecret("", "a"),
    "no secret": () => usableSecret("", undefined),
    "a secret with line breaks": () => usableSecret("a\nb", "a"),
    "a tenant URL": () => openTarget({ endpoint: "x", authentication: { type: "none" } }),
    "a tenant URL without TLS": () => endpointProblem("http://scim.example"),
    "a wait": () => waitText({ kind: "asked", milliseconds: 2000 }),
    "another wait": () => waitText({ kind: "again", milliseconds: 20_000 }),
    "an existing file": () => refuseExisting(join(files.folder, "user.json")),
    "an existing environment": async () => {
      const endpoint = "https://scim.example";
      await files.write("mapwright.json", { environments: { a: { endpoint } } });
      return addEnvironment(files.folder, "a", { endpoint: "sandbox" }, false);
    },
  };
  for (const [sentence, run] of Object.entries(others)) {
    test(`tell of ${sentence}`, async () => assert.deepEqual(await englishInSentences(() => telling(run)), []));
  }

  test("refuse in the thread of the sandbox", async () => {
    const start = async () => {
      await startSandbox({ seed: join(files.folder, "number.json") });
    };
    const english = await telling(start);
    setEnvironmentData("translations", pseudo);
    try {
      const [sentence = ""] = sentencesIn(english);
      const [told = ""] = sentencesIn(await telling(start));
      assert.notEqual(told, sentence);
      assert.equal(englishLeft(sentence, told), undefined);
    } finally {
      setEnvironmentData("translations");
    }
  });

  test("say why a request got no answer", async () => {
    const errors = [
      ...codes.map(code => Object.assign(new Error("x"), { code })),
      new DOMException("x", "AbortError"),
      Object.assign(new Error("x"), { name: "HTTPParserError" }),
      new Error("Proxy response (407)"),
    ];
    assert.deepEqual(await englishInSentences(async () => errors.map(error => networkFailure(subject, error))), []);
  });

  test("say why a request was refused", async () => {
    const request = { method: "GET", path: "/Users/1" } as const;
    const statuses = [301, 400, 401, 403, 404, 405, 409, 413, 415, 418, 429, 500, 501];
    const failures = async () => [
      ...statuses.map(status => withoutReason(refusal(request, "S", status, undefined).remedy)),
      ...["/Users?filter=x", "/Users"].map(path => refusal({ ...request, path }, "S", 404, undefined).remedy),
      ...types.map(scimType => withoutReason(refusal(request, "S", 400, { scimType }).remedy)),
      refusal(request, "S", 499, { detail: "x" }),
      refusal(request, "S", 499, undefined),
    ];
    assert.deepEqual(await englishInSentences(failures), []);
  });

  test("say what is wrong with an answer", async () => {
    const bodies = ["", "<html>", "{", "{}"];
    const failures = async () =>
      [
        ...bodies.map(text => readAnswer({ method: "GET", path: "/Users/1" }, subject, { status: 200, text })),
        readAnswer({ method: "GET", path: "/Users?x" }, subject, { status: 200, text: "{}" }),
        readAnswer({ method: "GET", path: "/Users" }, subject, { status: 200, text: "{}", encoding: "gzip" }),
      ].map(answer => answer.kind === "failure" && { message: answer.message, remedy: answer.remedy });
    assert.deepEqual(await englishInSentences(failures), []);
  });

  test("say why nothing was sent", async () => {
    const failures = async () => [
      haltFailure(subject, undefined),
      haltFailure(subject, { reason: "credentials" }),
      haltFailure(subject, { reason: "unreachable" }),
      haltFailure(subject, { reason: "busy", resumeAt: 0 }),
    ];
    assert.deepEqual(await englishInSentences(failures), []);
  });

  test("say why there is no access token", async () => {
    const errors = [
      { error: "invalid_client", status: 401 },
      { error: "invalid_scope", status: 400 },
      { error: "unauthorized_client", status: 400 },
      { error: "unsupported_grant_type", status: 400, error_description: "x" },
      { status: 503 },
      { status: 200 },
    ];
    const failures = async () => errors.map(error => tokenRefusal("S", { code: "OAUTH_X", ...error }));
    assert.deepEqual(await englishInSentences(failures), []);
  });

  test("say what a store lacks", async () => {
    const failures = async () =>
      [5, 8, 10, 11, 13, 14, 26, 1].map(errcode => storeFailure("s", Object.assign(new Error("x"), { errcode })));
    const told = async () => (await failures()).map(error => ({ message: (error as Error).message }));
    assert.deepEqual(await englishInSentences(told), []);
  });

  test("say what is wrong with pages and schemas", async () => {
    const done = { send: async () => ({ kind: "done", status: 204 }) as const };
    const told = async () => [(await readPages(done, "/Users", 1).next()).value, await discoverSchemas(done)];
    assert.deepEqual(await englishInSentences(told), []);
  });
});

/** A status has English words of its own. */
function withoutReason(remedy: string) {
  return { remedy };
}
