import assert from "node:assert/strict";
import { once } from "node:events";
import { readFile, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { jobNode } from "../../client/src/jobs/jobNodes.ts";
import type { JobNode } from "../../client/src/jobs/jobRow.ts";
import { countWords, moment } from "../../client/src/jobs/words.ts";
import {
  type Job,
  type JobAnswer,
  type JobLogAnswer,
  type JobLoggedParams,
  type JobParams,
  type JobProgressParams,
  type JobsAnswer,
  jobMethods,
  type StagedDeletionsAnswer,
  type StartJobAnswer,
} from "../../server/src/protocol/jobs.ts";
import { mapwright, start as startCommand } from "../harness/commandLine.ts";
import { type LanguageClient, startClient } from "../harness/languageClient.ts";
import { copyOfSamples, type TemporaryFolder } from "../harness/temporaryFolder.ts";

/** The descriptions of all rows, by their labels in small letters. */
function rowsOf(node: JobNode): Map<string, string | undefined> {
  const own = [node.label.toLowerCase(), node.description] as const;
  return new Map([own, ...node.children.flatMap(child => [...rowsOf(child)])]);
}

suite("Jobs over stdio", function () {
  this.timeout(60_000);
  let folder: TemporaryFolder;
  let client: LanguageClient;
  let hanging: Server;

  const uriOf = (file: string) => pathToFileURL(join(folder.path, file)).href;
  const keyOf = (file: string, environment = "sandbox"): JobParams => ({ uri: uriOf(file), environment });
  const connect = async (trusted = true) =>
    startClient({ rootUri: pathToFileURL(folder.path).href, initializationOptions: { trusted } });

  setup(async () => {
    hanging = createServer(() => {});
    await new Promise<void>(resolve => hanging.listen(0, "127.0.0.1", resolve));
    folder = await copyOfSamples();
    const file = join(folder.path, "mapwright.json");
    const configuration = JSON.parse(await readFile(file, "utf8"));
    const endpoint = `http://127.0.0.1:${(hanging.address() as AddressInfo).port}`;
    Object.assign(configuration.environments, { hanging: { endpoint, write: true } });
    await writeFile(file, JSON.stringify(configuration));
    client = await connect();
  });
  teardown(async () => {
    assert.equal(await client.stop(), 0);
    assert.equal(client.errors(), "");
    hanging.closeAllConnections();
    hanging.close();
    await folder.remove();
  });

  const ask = <T>(method: string, params?: unknown) => client.connection.sendRequest<T>(method, params);
  const start = (key: JobParams) => ask<StartJobAnswer>(jobMethods.start, key);
  const jobs = async (): Promise<readonly Job[]> => {
    const answer = await ask<JobsAnswer>(jobMethods.jobs);
    return answer.kind === "jobs" ? answer.jobs : assert.fail(answer.message);
  };
  const ended = (answer: StartJobAnswer) => (answer.kind === "ended" ? answer.cycle : assert.fail(answer.message));
  const refusal = (answer: { readonly kind: string }) => ("message" in answer ? String(answer.message) : answer.kind);
  const commandLine = (...args: readonly string[]) => mapwright([...args, "--format", "json"], { cwd: folder.path });
  const json = async (...args: readonly string[]) => JSON.parse((await commandLine(...args)).stdout);
  const edit = async (file: string, from: string, to: string) => {
    const path = join(folder.path, file);
    const text = await readFile(path, "utf8");
    assert.ok(text.includes(from));
    await writeFile(path, text.replace(from, to));
  };

  test("there is none before one was started", async () => {
    assert.deepEqual(await jobs(), []);
    const answer = await ask<JobLogAnswer>(jobMethods.log, { ...keyOf("servicenow.provmap"), limit: 10 });
    assert.match(refusal(answer), /no cycle has run in the environment "sandbox" yet/);
  });

  test("a cycle, its status and its log are those that the command line tells of", async () => {
    const cycle = ended(await start(keyOf("servicenow.provmap")));
    assert.deepEqual([cycle.state, cycle.kind, cycle.countImported > 20], ["Succeeded", "initial", true]);
    const status = await json("status", "servicenow.provmap");
    assert.deepEqual(cycle, status.lastExecution);
    assert.deepEqual(await jobs(), [
      {
        ...keyOf("servicenow.provmap"),
        application: "ServiceNow",
        endpoint: "sandbox",
        run: { kind: "idle" },
        status,
        escrowed: status.escrows.length,
        staged: status.stagedDeletions.length,
      },
    ]);
    const { stdout } = await commandLine("logs", "servicenow.provmap", "--action", "update", "--user", "marcus");
    const filter = { action: "update", subject: "MARCUS", limit: 100 };
    const log = await ask<JobLogAnswer>(jobMethods.log, { ...keyOf("servicenow.provmap"), ...filter });
    const entries = log.kind === "entries" ? log.entries.map(({ entry }) => JSON.stringify(entry)) : [];
    assert.deepEqual(entries, stdout.trim().split("\n"));
    assert.equal(entries.length, 1);
  });

  test("the rows of the view show the counts of the command line's JSON, and its states", async () => {
    await edit("servicenow.provmap", "deleteThreshold: 50", "deleteThreshold: 1");
    const key = keyOf("servicenow.provmap");
    for (const change of [() => undefined, () => edit("servicenow.provmap", 'EQUALS "Engineering"', 'EQUALS "None"')]) {
      await change();
      await start(key);
      const status = await json("status", "servicenow.provmap");
      const [job = assert.fail()] = await jobs();
      const rows = rowsOf(jobNode(job));
      for (const [name, words] of Object.entries(countWords))
        assert.equal(rows.get(words.toLowerCase()), status.lastExecution[name].toLocaleString("en-US"), name);
      assert.equal(rows.get("quarantine"), status.quarantine?.reason);
      assert.equal(rows.get("watermark"), moment(status.watermark));
      assert.match(
        rows.get("last cycle") ?? "",
        new RegExp(`^${status.lastExecution.kind}, ${status.lastExecution.state}:`),
      );
      assert.equal(rows.get("provisioned"), `${status.synchronizedEntryCountByType[0].value} users, 0 groups`);
      assert.equal(parseInt(rows.get("staged deletions") ?? "0", 10), status.stagedDeletions.length);
      for (const { name, action } of status.stagedDeletions)
        assert.equal(rows.get(name.toLowerCase()), `to be ${action}d`);
    }
  });

  test("several run at the same time, each with its progress; a stop ends one within a second", async () => {
    const people = Array.from({ length: 600 }, (_, index) => ({
      id: `${index}`,
      userPrincipalName: `${index}@contoso.com`,
      mail: `${index}@contoso.com`,
      department: "Engineering",
      accountEnabled: true,
    }));
    await writeFile(join(folder.path, "directory/contoso.json"), JSON.stringify({ users: people }));
    await edit("servicenow.provmap", "scope: assigned", "scope: all");
    const told: JobProgressParams[] = [];
    client.connection.onNotification(jobMethods.progress, (params: JobProgressParams) => void told.push(params));
    const stuck = start(keyOf("servicenow.provmap", "hanging"));
    const { created } = ended(await start(keyOf("servicenow.provmap")));
    assert.equal(created, 600);
    assert.ok(told.length > 0);
    for (const { environment, progress } of told) {
      assert.equal(environment, "sandbox");
      assert.ok(progress.counts.created <= 600 && progress.share <= 1 && progress.rate > 0);
    }
    assert.deepEqual(
      (await jobs()).map(({ environment, run }) => [environment, run.kind]),
      [
        ["sandbox", "idle"],
        ["hanging", "running"],
      ],
    );
    assert.match(refusal(await start(keyOf("servicenow.provmap", "hanging"))), /runs already/);
    const began = performance.now();
    assert.deepEqual(await ask<JobAnswer>(jobMethods.stop, keyOf("servicenow.provmap", "hanging")), { kind: "done" });
    assert.ok(performance.now() - began < 1000);
    assert.equal(ended(await stuck).error?.code, "Cancelled");
    assert.deepEqual(
      (await jobs()).map(({ run, status }) => [run.kind, status?.lastExecution?.state]),
      [
        ["idle", "Succeeded"],
        ["idle", "Failed"],
      ],
    );
  });

  test("a server that is shut down ends what runs, and the next one goes on", async () => {
    const key = keyOf("servicenow.provmap", "hanging");
    const asked = once(hanging, "request");
    const cut = start(key).catch(() => undefined);
    await asked;
    assert.equal(await client.stop(), 0);
    await cut;
    client = await connect();
    assert.equal((await jobs())[0]?.status?.lastExecution?.error?.code, "Cancelled");
  });

  test("a job that another process works on says so, and is left alone", async () => {
    const asked = once(hanging, "request");
    const child = startCommand(["run", "servicenow.provmap", "--environment", "hanging", "--yes"], {
      cwd: folder.path,
    });
    await asked;
    assert.deepEqual(
      (await jobs()).map(({ run }) => run.kind),
      ["elsewhere"],
    );
    const key = keyOf("servicenow.provmap", "hanging");
    assert.match(refusal(await start(key)), /another run works on this job/);
    const reset = await ask<JobAnswer>(jobMethods.restart, { ...key, resetScope: ["Full"] });
    assert.match(refusal(reset), /another run works on this job/);
    const closed = once(child, "close");
    child.kill("SIGINT");
    await closed;
    assert.deepEqual(
      (await jobs()).map(({ run }) => run.kind),
      ["idle"],
    );
  });

  test("deletions that are staged are rejected, then allowed, and a restart evaluates everything again", async () => {
    const key = keyOf("servicenow.provmap");
    await edit("servicenow.provmap", "deleteThreshold: 50", "deleteThreshold: 1");
    const { created } = ended(await start(key));
    await edit("servicenow.provmap", 'EQUALS "Engineering"', 'EQUALS "Nobody"');
    const { staged, quarantine } = ended(await start(key));
    assert.ok(created > 1 && staged >= created);
    assert.equal(quarantine?.reason, "TooManyDeletes");
    const [job] = await jobs();
    assert.deepEqual(
      [job?.staged, job?.status?.stagedDeletions.length, job?.status?.code],
      [staged, staged, "Quarantine"],
    );
    const decide = (allows: boolean) => ask<StagedDeletionsAnswer>(jobMethods.decideDeletions, { ...key, allows });
    assert.deepEqual(await decide(false), { kind: "decided", staged });
    assert.equal((await jobs())[0]?.staged, 0);
    assert.equal(ended(await start(key)).staged, staged);
    assert.deepEqual(await decide(true), { kind: "decided", staged });
    const done = ended(await start(key));
    assert.deepEqual([done.disabled, done.quarantine], [staged, undefined]);
    assert.deepEqual(await decide(true), { kind: "decided", staged: 0 });
    const reset = { ...key, resetScope: ["QuarantineState", "Watermark", "Escrows"] };
    assert.deepEqual(await ask<JobAnswer>(jobMethods.restart, reset), { kind: "done" });
    assert.equal((await jobs())[0]?.status?.watermark, undefined);
    assert.equal(ended(await start(key)).kind, "initial");
  });

  test("a log that is followed tells of what another process writes", async () => {
    const key = keyOf("servicenow.provmap");
    await start(key);
    const first = await ask<JobLogAnswer>(jobMethods.log, { ...key, limit: 1 });
    const last = first.kind === "entries" ? (first.entries[0]?.number ?? 0) : 0;
    const grown = new Promise<JobLoggedParams>(resolve =>
      client.connection.onNotification(jobMethods.logged, (params: JobLoggedParams) => {
        if (params.last > last) resolve(params);
      }),
    );
    assert.deepEqual(await ask<JobAnswer>(jobMethods.followLog, { ...key, follows: true }), { kind: "done" });
    await edit("servicenow.provmap", '"Employee"', '"Staff"');
    await commandLine("run", "servicenow.provmap");
    const { uri, environment } = await grown;
    assert.deepEqual({ uri, environment }, key);
    const since = await ask<JobLogAnswer>(jobMethods.log, { ...key, after: last, limit: 1000 });
    assert.ok(since.kind === "entries" && since.entries.every(({ number }) => number > last));
    assert.deepEqual(await ask<JobAnswer>(jobMethods.followLog, { ...key, follows: false }), { kind: "done" });
  });

  const refusals: readonly (readonly [sentence: string, file: string, environment: string, message: RegExp])[] = [
    ["an environment that is read-only", "servicenow.provmap", "production", /"production" is read-only/],
    ["an environment that nobody knows", "servicenow.provmap", "prod", /There is no environment "prod"/],
    ["a file that is not there", "nobody.provmap", "sandbox", /there is no such file/],
  ];
  for (const [sentence, file, environment, message] of refusals) {
    test(`${sentence} is refused in a sentence, and no job is left`, async () => {
      assert.match(refusal(await start(keyOf(file, environment))), message);
      assert.deepEqual(await jobs(), []);
    });
  }

  test("a store that cannot be read is told as the trouble of its job; the others are told all the same", async () => {
    await start(keyOf("servicenow.provmap"));
    await start(keyOf("fabrikam-learning.provmap"));
    await writeFile(join(folder.path, ".mapwright/jobs/ServiceNow/sandbox.sqlite"), "no database at all");
    const told = await jobs();
    const broken = told.find(({ application }) => application === "ServiceNow");
    assert.match(broken?.trouble ?? "", /it is no store of Mapwright\. Move the file away/);
    assert.equal(broken?.status, undefined);
    assert.equal(told.filter(({ status }) => status !== undefined).length, 1);
  });

  test("nothing runs, and nothing is told, in a workspace that is not trusted", async () => {
    await client.stop();
    client = await connect(false);
    for (const [method, params] of [
      [jobMethods.jobs, undefined],
      [jobMethods.start, keyOf("servicenow.provmap")],
      [jobMethods.restart, { ...keyOf("servicenow.provmap"), resetScope: ["Full"] }],
    ] as const)
      assert.match(refusal(await ask(method, params)), /^The workspace is not trusted\./);
  });
});
