import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { openDatabase } from "../../../server/src/connectors/store/database.ts";
import { migrate, migrations } from "../../../server/src/connectors/store/migrations.ts";
import { openStore } from "../../../server/src/connectors/store/openStore.ts";
import { acquireRunLock } from "../../../server/src/connectors/store/runLock.ts";
import { storePath } from "../../../server/src/connectors/store/storePath.ts";
import type { KnownObject } from "../../../server/src/engine/cycle/jobStore.ts";
import { memoryTarget, person, testJob } from "../../harness/cycles.ts";
import { copyOfSamples, type TemporaryFolder } from "../../harness/temporaryFolder.ts";

const script = join(import.meta.dirname, "../../harness/storeProcess.ts");
const owner = { application: "Learning", endpoint: "sandbox" };

function known(id: string, facts: Partial<KnownObject> = {}): KnownObject {
  return {
    id,
    objectType: "User",
    name: id,
    standing: "inScope",
    targetId: `t-${id}`,
    fingerprint: `f-${id}`,
    ...facts,
  };
}

suite("the store", function () {
  this.timeout(30_000);
  let folder: TemporaryFolder;
  let count = 0;
  const path = () => join(folder.path, `store-${count}.sqlite`);
  suiteSetup(async () => {
    folder = await copyOfSamples();
  });
  suiteTeardown(() => folder.remove());
  setup(() => {
    count++;
  });

  test("has what was committed, and nothing else, when it is opened again", () => {
    const store = openStore(path(), owner);
    store.objects.keep(known("ada"), { userName: "ada@contoso.com", nickName: { hash: "x" } });
    store.commit();
    store.objects.keep(known("bob"));
    store.close();
    const again = openStore(path(), owner);
    assert.deepEqual(again.objects.find("ada"), known("ada"));
    assert.deepEqual(again.objects.exported("ada"), { userName: "ada@contoso.com", nickName: { hash: "x" } });
    assert.equal(again.objects.find("bob"), undefined);
    again.close();
  });

  if (process.platform !== "win32")
    test("may be read by nobody else", () => {
      openStore(path(), owner).close();
      assert.equal(statSync(path()).mode & 0o077, 0);
    });

  test("hashes with a key of its own, the same from one opening to the next", () => {
    const [one, other] = [openStore(path(), owner), openStore(":memory:", owner)];
    const hash = one.hash("secret");
    one.close();
    const again = openStore(path(), owner);
    assert.deepEqual(
      [again.hash("secret"), again.hash("Secret") === hash, other.hash("secret") === hash],
      [hash, false, false],
    );
    again.close();
  });

  test("gives an account to the object that was linked last", () => {
    const { objects } = openStore(":memory:", owner);
    objects.keep(known("ada", { targetId: "1" }));
    objects.keep(known("bob", { targetId: "1" }));
    assert.deepEqual(
      [objects.holder("User", "1")?.id, objects.find("ada")?.targetId, objects.find("ada")?.standing],
      ["bob", undefined, "outside"],
    );
    objects.keep(known("team", { objectType: "Group", targetId: "1" }));
    assert.equal(objects.holder("User", "1")?.id, "bob");
  });

  test("finds the objects of a reading in the order of their ids, one that is unknown or asked for twice, too", () => {
    const { objects } = openStore(":memory:", owner);
    for (const id of ["a", 'b"', "c"]) objects.keep(known(id));
    const found = objects.beginReading().see(["c", "new", 'b"', "c"]);
    assert.deepEqual(
      found.map(object => object?.id),
      ["c", undefined, 'b"', "c"],
    );
  });

  test("tells which objects a reading did not see, however many there are, and not those that are new", () => {
    const { objects } = openStore(":memory:", owner);
    for (let index = 0; index < 2500; index++) objects.keep(known(`p${index}`));
    objects.forget("p7");
    const reading = objects.beginReading();
    for (let index = 0; index < 2500; index++) if (index % 1000 !== 3) reading.see([`p${index}`]);
    objects.keep(known("new"));
    assert.deepEqual(
      [...reading.unseen()].map(({ id }) => id),
      ["p3", "p1003", "p2003"],
    );
    for (const { id } of objects.beginReading().unseen()) objects.forget(id);
    assert.equal(objects.countProvisioned("User"), 0);
  });

  test("finds log entries by name, action and status, the newest so many, and forgets them after 30 days", async () => {
    const job = testJob({ target: memoryTarget() });
    await job.run([person("ada"), person("bob"), person("cid")]);
    job.wait(1000);
    await job.run([person("ada", { jobTitle: "Boss" }), person("bob")]);
    const { provisioningLog: log } = job.store;
    const found = (filter: object) =>
      log.find({ limit: 99, ...filter }).map(({ entry }) => `${entry.provisioningAction} ${entry.sourceIdentity.id}`);
    assert.deepEqual(found({ subject: "ADA@contoso" }), ["create ada", "update ada"]);
    assert.deepEqual(found({ action: "delete" }), ["delete cid"]);
    assert.deepEqual(found({ limit: 2 }), ["update ada", "delete cid"]);
    assert.deepEqual(found({ after: log.find({ limit: 2 })[0]?.number }), ["delete cid"]);
    assert.deepEqual(found({ status: "failure" }), []);
    log.prune(Date.parse("2026-04-01T09:30:00.500Z"));
    assert.deepEqual(found({}), ["update ada", "delete cid"]);
  });

  const unusable: readonly (readonly [sentence: string, spoil: (file: string) => void, message: RegExp])[] = [
    [
      "no store",
      file => writeFileSync(file, "This is a text, and no database at all.\n".repeat(100)),
      /is no store of Mapwright\. Move the file away/,
    ],
    ["cut off", file => cutOff(file), /is damaged|cannot be used/],
    [
      "of another application",
      file => openStore(file, { ...owner, application: "Payroll" }).close(),
      /of the application "Payroll"/,
    ],
    [
      "of another endpoint",
      file => openStore(file, { ...owner, endpoint: "https://a.example" }).close(),
      /knows the accounts of https:\/\/a\.example/,
    ],
    ["of a later version", file => newer(file), /later version of Mapwright/],
    ["in a folder that is not there", () => {}, /cannot be created/],
  ];
  for (const [sentence, spoil, message] of unusable) {
    test(`that is ${sentence} is refused in one line, and stays as it is`, () => {
      const file = message.source.includes("created") ? join(folder.path, "nowhere", "x.sqlite") : path();
      spoil(file);
      assert.throws(
        () => openStore(file, owner),
        ({ name, message: told }: Error) => {
          assert.equal(name, "InputError");
          assert.doesNotMatch(told, /\n/);
          assert.match(told, message);
          return true;
        },
      );
    });
  }

  function cutOff(file: string): void {
    openStore(file, owner).close();
    truncateSync(file, 5000);
  }

  function newer(file: string): void {
    const database = openDatabase(file);
    migrate(database, file, [...migrations, "CREATE TABLE more (x);"]);
    database.close();
  }

  test("that another program has locked is told, and what was committed is there", () => {
    const [ours, theirs] = [openDatabase(path(), 10), openDatabase(path(), 10)];
    ours.exec("CREATE TABLE t (x)");
    theirs.exec("BEGIN EXCLUSIVE");
    const insert = ours.prepare("INSERT INTO t VALUES (1)");
    assert.throws(() => insert.run(), /another program has it locked\. Close what has the file open/);
    theirs.exec("COMMIT");
    insert.run();
    ours.commit();
    assert.equal(theirs.prepare("SELECT count(*) AS count FROM t").get()?.count, 1);
    for (const database of [ours, theirs]) database.close();
  });

  test("on a disk that is full stops with what was committed", () => {
    const database = openDatabase(path());
    database.exec("CREATE TABLE t (x); PRAGMA max_page_count = 40");
    const insert = database.prepare("INSERT INTO t VALUES (?)");
    let kept = 0;
    assert.throws(() => {
      for (;;) {
        insert.run("x".repeat(3000));
        database.commit();
        kept++;
      }
    }, /the disk is full\. Make room, and run again/);
    database.close();
    const again = openDatabase(path());
    assert.equal(again.prepare("SELECT count(*) AS count FROM t").get()?.count, kept);
    again.close();
  });

  for (let statement = 1; statement <= 3 * migrations.length; statement++) {
    test(`that was killed in its migration, behind statement ${statement}, is migrated to the end`, () => {
      const { signal } = spawnSync(process.execPath, [script, path(), "migrate", `${statement}`]);
      assert.equal(signal, "SIGKILL");
      const store = openStore(path(), owner);
      store.objects.keep(known("ada"));
      store.commit();
      store.close();
    });
  }

  test("has one lock, also between processes, which a process that dies gives back", async () => {
    const lock = acquireRunLock(path());
    assert.throws(() => acquireRunLock(path()), /another run works on this job/);
    lock.release();
    const holder = spawn(process.execPath, [script, path(), "lock"]);
    await once(holder.stdout, "data");
    assert.throws(() => acquireRunLock(path()), /another run works on this job/);
    holder.kill("SIGKILL");
    await once(holder, "close");
    acquireRunLock(path()).release();
  });

  test("is in a folder of its application, whatever that is called", () => {
    const inFolder = (application: string) => storePath("/w", application, "a/b").replaceAll("\\", "/");
    assert.equal(inFolder("Service Now: EU"), "/w/.mapwright/jobs/Service Now_ EU/a_b.sqlite");
    assert.equal(inFolder("../.."), "/w/.mapwright/jobs/__../a_b.sqlite");
    assert.equal(inFolder(""), "/w/.mapwright/jobs/application/a_b.sqlite");
  });
});

suite("a store that fails", () => {
  test("ends the cycle before anything is sent that is not noted, and the next one goes on", async () => {
    for (let failing = 1; failing <= 8; failing++) {
      const target = memoryTarget();
      const job = testJob({ target });
      let commits = 0;
      const commit = () => {
        if (++commits === failing) throw new Error("The disk is full.");
        job.store.commit();
      };
      const people = [person("ada"), person("bob", { manager: "ada" }), person("cid")];
      const store = { ...job.store, commit, stored: async () => commit() };
      await assert.rejects(job.run(people, { store }), /The disk is full/);
      const created = target.requests.filter(({ method }) => method === "POST").length;
      assert.ok(created <= job.store.intents.all().length + job.store.objects.countProvisioned("User"));
      assert.equal((await job.run(people)).state, "Succeeded");
      assert.equal(target.requests.filter(({ method }) => method === "POST").length, 3);
      assert.equal(target.resources().length, 3);
    }
  });
});
