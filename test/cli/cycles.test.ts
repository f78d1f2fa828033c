import assert from "node:assert/strict";
import { once } from "node:events";
import { access } from "node:fs/promises";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { type Finished, mapwright, start } from "../harness/commandLine.ts";
import { type TemporaryWorkspace, temporaryWorkspace } from "../harness/workspace.ts";

const canary = "canary-55aa0b1e";
const env = { MAPWRIGHT_SECRET_TARGET: canary };

const mapping = (application: string) => `application "Learning" { scope: all ${application} }

mapping "Users" {
  source: User
  target: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"

  userName <- [userPrincipalName] match 1
  active <- Switch([IsSoftDeleted], , "False", "True", "True", "False")
  displayName <- [displayName]
  nickName <- Redact([employeeId])
}
`;

function people(...names: readonly string[]) {
  return names.map(name => ({
    id: name,
    userPrincipalName: `${name}@contoso.com`,
    displayName: name,
    employeeId: `${canary}-${name}`,
    accountEnabled: true,
  }));
}

/** An endpoint that finds nobody, and answers a creation as it is told; who was created is what it answered. */
function answering(
  create: (headers: string, body: string) => { readonly status: number; readonly body: object },
): RequestListener {
  const created: object[] = [];
  const list = { schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"], totalResults: 0, Resources: [] };
  return async (request, response) => {
    const { method, url = "", headers } = request;
    const sent = await text(request);
    const [, id] = /\/Users\/(\d+)$/.exec(url) ?? [];
    if (method === "GET") {
      response.end(JSON.stringify(id === undefined ? list : created[Number(id) - 1]));
      return;
    }
    const { status, body } = create(`${headers.authorization} ${sent}`, sent);
    created.push({ ...body, id: `${created.length + 1}` });
    response.writeHead(status).end(JSON.stringify(created.at(-1)));
  };
}

suite("command line: cycles", function () {
  this.timeout(60_000);
  let workspace: TemporaryWorkspace;
  const servers: Server[] = [];
  const serve = async (answer: RequestListener): Promise<string> => {
    const server = createServer(answer);
    await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
    servers.push(server);
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };

  setup(async () => {
    const authentication = { type: "bearer", secret: "target" };
    const refusing = await serve((_, response) => response.writeHead(401).end("no"));
    const web = await serve((_, response) => response.writeHead(200, { "content-type": "text/html" }).end("<html>"));
    const hanging = await serve(() => {});
    const echoing = await serve(answering(told => ({ status: 400, body: { detail: told } })));
    const lying = await serve(
      answering((_, body) => ({ status: 201, body: { ...JSON.parse(body), displayName: "x" } })),
    );
    workspace = await temporaryWorkspace({
      "learning.provmap": mapping(""),
      "careful.provmap": mapping("deleteThreshold: 1"),
      "manual.provmap": mapping("provisioning: manual"),
      "broken.provmap": mapping("").replace("Switch(", "Swich("),
      "people.json": { users: people("ada", "bob", "cid") },
      "mapwright.json": {
        directory: "people.json",
        environments: {
          sandbox: { endpoint: "sandbox", data: "kept" },
          refusing: { endpoint: refusing, authentication, write: true },
          web: { endpoint: web, authentication, write: true },
          hanging: { endpoint: hanging, authentication, write: true },
          echoing: { endpoint: echoing, authentication, write: true },
          lying: { endpoint: lying, authentication, write: true, verify: true },
          readonly: { endpoint: refusing, authentication },
          secretless: { endpoint: web, authentication: { type: "bearer", secret: "forgotten" }, write: true },
        },
      },
    });
  });
  teardown(async () => {
    for (const server of servers.splice(0)) {
      server.closeAllConnections();
      server.close();
    }
    await workspace.remove();
  });

  const run = async (...args: readonly string[]): Promise<Finished> => {
    const finished = await mapwright(args, { cwd: workspace.folder, env });
    assert.doesNotMatch(finished.stdout + finished.stderr, new RegExp(canary), "a secret is never printed");
    return finished;
  };
  const json = async (...args: readonly string[]) => JSON.parse((await run(...args, "--format", "json")).stdout);

  test("run is an initial cycle, then one for what changed; status and logs tell of both", async () => {
    const first = await run("run", "learning.provmap");
    assert.match(first.stdout, /^Initial cycle of Learning: 3 created\. 3 objects read in /, first.stderr);
    assert.equal(first.code, 0);
    await workspace.write("people.json", { users: [...people("ada", "bob"), ...people("dan")] });
    const { kind, created, deleted } = await json("run", "learning.provmap");
    assert.deepEqual([kind, created, deleted], ["incremental", 1, 1]);
    assert.match(
      (await run("status", "learning.provmap")).stdout,
      /^Learning · environment sandbox · Active\nLast cycle {3}incremental, Succeeded/,
    );
    const status = await json("status", "learning.provmap");
    assert.deepEqual([status.code, status.synchronizedEntryCountByType[0]], ["Active", { key: "User", value: 3 }]);
    const { stdout } = await run("logs", "learning.provmap", "--user", "CID", "--format", "json");
    const entries = stdout
      .trim()
      .split("\n")
      .map(line => JSON.parse(line));
    assert.deepEqual(
      entries.map(entry => entry.provisioningAction),
      ["create", "delete"],
    );
    assert.equal((await run("logs", "learning.provmap", "--action", "delete")).stdout.split("\n").length, 2);
    assert.deepEqual(await run("logs", "learning.provmap", "--user", "nobody"), {
      code: 0,
      stdout: "",
      stderr: "The provisioning log has no such entry.\n",
    });
  });

  test("the store is beside mapwright.json, kept from version control, and holds no secret", async () => {
    await run("run", "learning.provmap");
    assert.equal(await workspace.read(".mapwright/.gitignore"), "*\n");
    const store = await workspace.read(".mapwright/jobs/Learning/sandbox.sqlite");
    assert.ok(store.includes("ada@contoso.com"));
    assert.ok(!store.includes(canary));
  });

  test("an endpoint that quotes what it was sent brings no secret into log, status or store", async () => {
    const args = ["learning.provmap", "--environment", "echoing"];
    const { code, stdout } = await run("run", ...args, "--yes");
    assert.deepEqual([code, /3 failed/.test(stdout)], [1, true], stdout);
    const { stdout: log } = await run("logs", ...args, "--format", "json");
    assert.match(log, /ada@contoso\.com/);
    await run("logs", ...args);
    await run("status", ...args, "--format", "json");
    for (const file of ["echoing.sqlite", "echoing.sqlite-wal"]) {
      const kept = await workspace.read(`.mapwright/jobs/Learning/${file}`).catch(() => "");
      assert.ok(!kept.includes(canary), file);
    }
  });

  test("where the environment verifies, what is not applied fails, and says so", async () => {
    const args = ["learning.provmap", "--environment", "lying"];
    assert.equal((await json("run", ...args, "--yes")).countEscrowed, 3);
    const { stdout } = await run("logs", ...args, "--format", "json", "--last", "1");
    const { errorInformation } = JSON.parse(stdout).provisioningStatusInfo;
    assert.equal(errorInformation.errorCode, "WriteNotApplied");
    assert.match(errorInformation.reason, /does not hold what was written to displayName/);
  });

  test("deletions above the threshold are staged until they are allowed, or rejected", async () => {
    await run("run", "careful.provmap");
    await workspace.write("people.json", { users: people("ada") });
    const stopped = await run("run", "careful.provmap");
    assert.equal(stopped.code, 1);
    assert.match(stopped.stdout, /2 staged to be disabled or deleted/);
    assert.match(stopped.stdout, /In quarantine \(TooManyDeletes\)/);
    const status = await run("status", "careful.provmap");
    assert.equal(status.code, 1);
    assert.match(status.stdout, /Quarantine {3}TooManyDeletes/);
    assert.match(
      status.stdout,
      /2 staged to be disabled or deleted.*\nobject +action +id\nbob +delete +bob\ncid +delete +cid\n/,
    );
    assert.match((await run("reject-deletes", "careful.provmap")).stdout, /^2 staged deletions are rejected/);
    assert.equal((await json("run", "careful.provmap")).staged, 2);
    assert.match((await run("allow-deletes", "careful.provmap")).stdout, /^2 staged deletions are allowed/);
    const { deleted, quarantine } = await json("run", "careful.provmap");
    assert.deepEqual([deleted, quarantine], [2, undefined]);
    assert.equal((await run("allow-deletes", "careful.provmap")).stdout, "Nothing is staged.\n");
  });

  const quarantines: readonly (readonly [environment: string, code: string, sentence: RegExp])[] = [
    ["refusing", "Unauthorized", /was refused with 401 Unauthorized\./],
    ["web", "SystemForCrossDomainIdentityManagementServiceIncompatible", /was answered with 200 and a web page\./],
  ];
  for (const [environment, code, sentence] of quarantines) {
    test(`an endpoint that is ${environment} is quarantined at once, in one entry`, async () => {
      const args = ["learning.provmap", "--environment", environment];
      const { code: exit, stdout } = await run("run", ...args, "--yes");
      assert.equal(exit, 1);
      assert.match(stdout, sentence);
      assert.match(stdout, /^Initial cycle of Learning: nothing was done\./);
      assert.match(stdout, /In quarantine \(EncounteredQuarantineException\)/);
      assert.match((await run("status", ...args)).stdout, /Failed, ended \S+: nothing was done\n/);
      const status = await json("status", ...args);
      assert.deepEqual([status.code, status.quarantine.error.code], ["Quarantine", code]);
      const { stdout: log } = await run("logs", ...args, "--format", "json");
      assert.equal(log.trim().split("\n").length, 1);
    });
  }

  const refusals: readonly (readonly [sentence: string, args: readonly string[], message: RegExp])[] = [
    ["an environment that is read-only", ["run", "learning.provmap", "--environment", "readonly"], /is read-only/],
    ["a real endpoint without --yes", ["run", "learning.provmap", "--environment", "web"], /Repeat with --yes/],
    ["a mapping with an error", ["run", "broken.provmap"], /Correct this first/],
    ["an application that is provisioned manually", ["run", "manual.provmap"], /provisioning is manual/],
    ["a status before any run", ["status", "learning.provmap"], /no cycle has run/],
    [
      "a word that is no reset scope",
      ["restart", "learning.provmap", "--reset-scope", "Everything"],
      /is none of None,/,
    ],
    ["a watch without a pause", ["run", "learning.provmap", "--watch", "0"], /1 or more/],
    [
      "a secret that is not set",
      ["run", "learning.provmap", "--environment", "secretless", "--yes"],
      /The secret "forgotten" is not set/,
    ],
    ["a directory that is a folder", ["run", "learning.provmap", "--directory", "."], /this is a folder/],
    ["a directory that is missing", ["run", "learning.provmap", "--directory", "nobody.ndjson"], /nobody\.ndjson/],
  ];
  for (const [sentence, args, message] of refusals) {
    test(`${sentence} is refused in one line, and leaves nothing behind`, async () => {
      const { code, stderr } = await run(...args);
      assert.deepEqual([code, stderr.trim().split("\n").length], [2, 1]);
      assert.match(stderr, message);
      await assert.rejects(access(join(workspace.folder, ".mapwright")), /ENOENT/);
    });
  }

  test("a runtime without SQLite is told in one line, with the remedy, and nothing is written", async () => {
    const without = { ...env, NODE_OPTIONS: "--no-experimental-sqlite" };
    const { code, stderr } = await mapwright(["run", "learning.provmap"], { cwd: workspace.folder, env: without });
    assert.equal(code, 2);
    assert.match(
      stderr,
      /^mapwright: .*sandbox\.sqlite.*has no SQLite\. Run Mapwright on Node\.js 22\.13 or later.*\n$/,
    );
    assert.equal((await mapwright(["status", "learning.provmap"], { cwd: workspace.folder, env })).code, 2);
  });

  test("restart lets everything be evaluated again, in Graph's words", async () => {
    await run("run", "learning.provmap");
    assert.match((await run("restart", "learning.provmap")).stdout, /^Reset: QuarantineState, Watermark, Escrows\./);
    const again = await json("run", "learning.provmap");
    assert.deepEqual([again.kind, again.skipped, again.created], ["initial", 3, 0]);
    assert.deepEqual(await json("restart", "learning.provmap", "--reset-scope", "full"), { resetScope: "Full" });
    assert.equal((await json("run", "learning.provmap")).skipped, 3);
  });

  test("two runs at once: the second is refused; an interruption ends the first, and a run goes on", async () => {
    const args = ["run", "learning.provmap", "--environment", "hanging", "--yes"];
    const asked = new Promise<void>(resolve => servers[2]?.once("request", () => resolve()));
    const child = start(args, { cwd: workspace.folder, env });
    await asked;
    const second = await run(...args);
    assert.equal(second.code, 2);
    assert.match(second.stderr, /another run works on this job/);
    const interrupted = performance.now();
    child.kill("SIGINT");
    const [code] = await once(child, "close");
    assert.equal(code, 1);
    assert.ok(performance.now() - interrupted < 2000);
    assert.equal(
      (await json("status", "learning.provmap", "--environment", "hanging")).lastExecution.error.code,
      "Cancelled",
    );
  });

  test("run --watch prints a line of JSON for each cycle, and logs --follow what happens meanwhile", async () => {
    await run("run", "learning.provmap");
    const follower = start(["logs", "learning.provmap", "--follow", "--last", "1", "--format", "json"], {
      cwd: workspace.folder,
    });
    const lines = createInterface({ input: follower.stdout })[Symbol.asyncIterator]();
    assert.equal(JSON.parse((await lines.next()).value ?? "").provisioningAction, "create");
    await workspace.write("people.json", { users: [...people("ada", "bob", "cid", "eve")] });
    const watcher = start(["run", "learning.provmap", "--watch", "--format", "json"], { cwd: workspace.folder });
    const cycles = createInterface({ input: watcher.stdout })[Symbol.asyncIterator]();
    assert.equal(JSON.parse((await cycles.next()).value ?? "").created, 1);
    assert.equal(JSON.parse((await lines.next()).value ?? "").sourceIdentity.displayName, "eve");
    for (const child of [watcher, follower]) {
      const closed = once(child, "close");
      child.kill("SIGINT");
      assert.deepEqual(await closed, [0, null]);
    }
  });
});
