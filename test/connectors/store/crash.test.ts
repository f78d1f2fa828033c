import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { type Sandbox, startSandbox } from "../../../server/src/connectors/sandbox/startSandbox.ts";
import { openStore } from "../../../server/src/connectors/store/openStore.ts";
import type { TaskExecution } from "../../../server/src/engine/cycle/jobState.ts";
import type { CycleProcess, Kill } from "../../harness/cycleProcess.ts";
import { copyOfSamples, type TemporaryFolder } from "../../harness/temporaryFolder.ts";

const script = join(import.meta.dirname, "../../harness/cycleProcess.ts");
const manager = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

const before: Pick<CycleProcess, "people" | "teams"> = {
  people: { ada: { manager: "bob" }, bob: {}, cid: { manager: "ada", jobTitle: "Engineer" } },
  teams: { Engineers: ["ada", "cid"] },
};

interface Ended {
  readonly signal?: string;
  readonly execution?: TaskExecution;
}

/** Runs a cycle in a process of its own. */
async function runProcess(facts: CycleProcess): Promise<Ended> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify(facts)]);
    return { execution: JSON.parse(stdout) };
  } catch (error) {
    const { signal, stderr } = error as { signal: string | null; stderr: string };
    if (signal === null) throw new Error(stderr);
    return { signal };
  }
}

suite("a cycle that is killed", function () {
  this.timeout(120_000);
  let folder: TemporaryFolder;
  let sandbox: Sandbox;
  let number = 0;

  suiteSetup(async () => {
    folder = await copyOfSamples();
  });
  suiteTeardown(() => folder.remove());
  setup(async () => {
    sandbox = await startSandbox({ mode: "lenient" });
  });
  teardown(() => sandbox.stop());

  const facts = (kill?: Kill): CycleProcess => ({
    ...before,
    store: join(folder.path, `${kill === undefined ? "" : "killed-"}${number}.sqlite`),
    url: sandbox.url,
    token: sandbox.token,
    ...(kill && { kill }),
  });

  /** Everything in the target, as an order that does not depend on ids. */
  async function content() {
    const list = async (type: string) => {
      const answer = await fetch(`${sandbox.url}/${type}?count=100`, {
        headers: { authorization: `Bearer ${sandbox.token}` },
      });
      return ((await answer.json()) as { Resources?: Record<string, unknown>[] }).Resources ?? [];
    };
    const [users, groups] = [await list("Users"), await list("Groups")];
    const names = new Map([...users, ...groups].map(({ id, displayName }) => [id, displayName]));
    const managerOf = (user: Record<string, unknown>) =>
      (user[manager] as { manager?: { value: string } } | undefined)?.manager?.value;
    return [
      ...users.map(user => [user.userName, user.active, user.title, names.get(managerOf(user))]),
      ...groups.map(group => [
        group.displayName,
        ...((group.members ?? []) as { value: string }[]).map(({ value }) => names.get(value)),
      ]),
    ].toSorted((left, right) => String(left[0]).localeCompare(String(right[0])));
  }

  const desired = [
    ["ada@contoso.com", true, undefined, "bob"],
    ["bob@contoso.com", true, undefined, undefined],
    ["cid@contoso.com", true, "Engineer", "ada"],
    ["Engineers", "ada", "cid"],
  ];

  const kills: readonly Kill[] = [
    ...[1, 4, 6].map(count => ({ at: "beforeWrite", count }) as const),
    ...[1, 4, 5, 6, 7, 8].map(count => ({ at: "answered", count }) as const),
    ...[1, 3, 8].map(count => ({ at: "beforeCommit", count }) as const),
    ...[2, 3, 8].map(count => ({ at: "committed", count }) as const),
    { at: "block", count: 1 },
  ];
  for (const kill of kills) {
    test(`${kill.at} ${kill.count} comes to the same when it is run again, and creates nobody twice`, async () => {
      number++;
      const killed = facts(kill);
      assert.deepEqual(await runProcess(killed), { signal: "SIGKILL" });
      const { kill: _, ...again } = killed;
      const { execution } = await runProcess(again);
      assert.equal(execution?.state, "Succeeded");
      assert.deepEqual(await content(), desired);
      const { execution: idle } = await runProcess(again);
      assert.deepEqual([idle?.kind, idle?.countExports, idle?.countImportedDeltas], ["incremental", 0, 0]);
      const store = openStore(killed.store, { application: "Learning", endpoint: "sandbox" });
      assert.deepEqual(store.intents.all(), []);
      store.close();
    });
  }

  test("when a creation was answered finds its account by the name of then, although it has another one now", async () => {
    number++;
    const killed = facts({ at: "answered", count: 1 });
    await runProcess(killed);
    const { kill: _, ...again } = killed;
    const people = { ...before.people, ada: { manager: "bob", userPrincipalName: "ada.king@contoso.com" } };
    await runProcess({ ...again, people });
    assert.deepEqual(
      (await content()).map(([name]) => name),
      ["ada.king@contoso.com", "bob@contoso.com", "cid@contoso.com", "Engineers"],
    );
  });

  test("when a creation was answered finds its account and deletes it, where the person is gone by now", async () => {
    number++;
    const killed = facts({ at: "answered", count: 1 });
    await runProcess(killed);
    const { kill: _, ...again } = killed;
    await runProcess({ ...again, people: { bob: {} }, teams: {} });
    assert.deepEqual(
      (await content()).map(([name]) => name),
      ["bob@contoso.com"],
    );
  });
});
