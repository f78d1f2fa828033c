import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { againstOf, type ImpactProgress, type ImpactRequest, impactOf } from "../../server/src/session/impact.ts";
import { changeJob, locateJob } from "../../server/src/session/jobFile.ts";
import { smallDirectory, smallMapping, type TemporaryWorkspace, temporaryWorkspace } from "../harness/workspace.ts";

const [ada, bob] = smallDirectory.users;
const sales = smallMapping.replace('EQUALS "Engineering"', 'EQUALS "Sales"');
const shouting = smallMapping.replace("displayName <- [displayName]", "displayName <- ToUpper([mail])");

suite("the impact of a file", () => {
  let files: TemporaryWorkspace;
  suiteSetup(async () => {
    files = await temporaryWorkspace({
      "learning.provmap": smallMapping,
      "sales.provmap": sales,
      "shouting.provmap": shouting,
      "people.json": smallDirectory,
      "people.ndjson": smallDirectory.users.map(one => JSON.stringify(one)).join("\n"),
      "mapwright.json": { directory: "people.json" },
    });
    const git = (...args: string[]) =>
      execFileSync("git", ["-c", "user.name=M", "-c", "user.email=m@example.com", ...args], { cwd: files.folder });
    git("init", "--quiet");
    git("add", ".");
    git("commit", "--quiet", "-m", "first");
  });
  suiteTeardown(() => files.remove());

  const impact = (request: Partial<ImpactRequest> = {}) =>
    impactOf({ file: join(files.folder, "learning.provmap"), ...request });
  const actions = (report: Awaited<ReturnType<typeof impact>>) =>
    report.people.flatMap(({ action, people }) => people.map(({ displayName }) => `${displayName}: ${action}`));

  test("is nothing where the file is as HEAD has it", async () => {
    const report = await impact();
    assert.deepEqual([report.against, report.application, report.objects], ["HEAD", "Learning", 2]);
    assert.deepEqual(report.people, []);
  });

  test("is that of the text which an editor has", async () => {
    assert.deepEqual(actions(await impact({ text: sales })), ["Bob Builder: create", "Ada Lovelace: disable"]);
  });

  test("can be asked for against another file or text", async () => {
    const path = join(files.folder, "sales.provmap");
    const expected = ["Ada Lovelace: create", "Bob Builder: disable"];
    assert.deepEqual(actions(await impact({ against: await againstOf(path) })), expected);
    assert.deepEqual(actions(await impact({ against: { kind: "text", text: sales } })), expected);
    assert.deepEqual(await againstOf("HEAD~2"), { kind: "revision", revision: "HEAD~2" });
  });

  test("has its clauses where each version writes them", async () => {
    const { clauses } = await impact({ text: sales });
    const told = clauses.map(({ version, span }) =>
      (version === "before" ? smallMapping : sales).slice(span.start, span.end),
    );
    assert.deepEqual(told.toSorted(), ['department EQUALS "Engineering"', 'department EQUALS "Sales"']);
  });

  test("is the same over a directory that is streamed", async () => {
    const streamed = await impact({ text: sales, directory: join(files.folder, "people.ndjson") });
    assert.deepEqual(streamed, await impact({ text: sales }));
  });

  test("leaves out what cannot be read, and tells it", async () => {
    const path = await files.write("bad.ndjson", `${JSON.stringify(ada)}\n{"id": 7}\n${JSON.stringify(bob)}\n`);
    const { objects, unreadable } = await impact({ directory: path });
    assert.deepEqual([objects, unreadable.total], [2, 1]);
    assert.match(unreadable.examples[0] ?? "", /bad\.ndjson:2:1: /);
  });

  test("tells how far it is", async () => {
    const told: ImpactProgress[] = [];
    await impact({ text: sales, onProgress: progress => void told.push(progress) });
    assert.deepEqual([told.at(-1)?.objects, told.at(-1)?.after.create], [2, 1]);
  });

  test("stops when it is told to", async () => {
    const stop = new AbortController();
    const onProgress = () => stop.abort();
    const people = Array.from({ length: 5000 }, (_, index) => ({ ...ada, id: `${index}` }));
    const directory = await files.write("many.ndjson", people.map(one => JSON.stringify(one)).join("\n"));
    await assert.rejects(impact({ directory, signal: stop.signal, onProgress }), { name: "AbortError" });
  });

  test("is told against what a snapshot says that the target holds", async () => {
    const held = { id: "r1", userName: "ada@contoso.com", active: true, displayName: "Ada Lovelace" };
    const forms = [[held], { Resources: [held] }, { users: [held] }];
    for (const form of forms) {
      const snapshot = await files.write("target.json", form);
      const { before, after, people } = await impact({ text: shouting, snapshot });
      assert.deepEqual([before.noChange, after.update], [1, 1]);
      assert.deepEqual(people[0]?.people[0]?.changes, [
        { target: "displayName", oldValue: "Ada Lovelace", newValue: "ADA@CONTOSO.COM" },
      ]);
    }
  });

  test("is told against the accounts that cycles left", async () => {
    const file = join(files.folder, "learning.provmap");
    await assert.rejects(impact({ environment: "sandbox" }), { name: "InputError", message: /no cycle has run/ });
    await changeJob(await locateJob({ file, environment: "sandbox" }), store => {
      const exported = { userName: "ada@contoso.com", active: "True", displayName: "Ada" };
      const known = {
        id: ada?.id ?? "",
        objectType: "User",
        name: "Ada",
        standing: "inScope",
        targetId: "t1",
      } as const;
      store.objects.keep(known, exported);
      store.commit();
    });
    const { before, after, people } = await impact({ text: sales, environment: "sandbox" });
    assert.deepEqual([before.update, before.skip, after.disable, after.create], [1, 1, 1, 1]);
    assert.deepEqual(
      people.map(({ action, total }) => [action, total]),
      [
        ["create", 1],
        ["disable", 1],
      ],
    );
  });

  const refusals: readonly (readonly [what: string, request: () => Partial<ImpactRequest>, message: RegExp])[] = [
    [
      "a file with an error",
      () => ({ text: smallMapping.replace("Switch(", "Swich(") }),
      /:15:13: .*Correct this first/,
    ],
    [
      "a line that cannot be read, and not what the mapping lacks without it",
      () => ({ text: smallMapping.replace("userName <-", "userName <=") }),
      /:14:3: 'userName' does not belong here: .*Correct this first/,
    ],
    [
      "a mapping that there is none of",
      () => ({ mapping: "User" }),
      /no mapping "User"\. Did you mean 'Users'\? It has "Users"\./,
    ],
    ["a revision that is none", () => ({ against: { kind: "revision", revision: "nope" } }), /"nope" is no revision/],
    [
      "a version that is no file of mappings",
      () => ({ against: { kind: "file", path: join(files.folder, "mapwright.json") } }),
      /this is no schema/,
    ],
  ];
  for (const [what, request, message] of refusals) {
    test(`is not told of ${what}`, async () => {
      await assert.rejects(impact(request()), { name: "InputError", message });
    });
  }

  test("is not told of a snapshot whose resources have no id", async () => {
    const snapshot = await files.write("noid.json", [{ userName: "ada@contoso.com" }]);
    await assert.rejects(impact({ snapshot }), { name: "InputError", message: /\[0\]\.id must be a text/ });
  });

  test("needs a directory", async () => {
    const alone = await temporaryWorkspace({ "a.provmap": smallMapping });
    const request = { file: join(alone.folder, "a.provmap"), against: { kind: "text", text: sales } } as const;
    await assert.rejects(impactOf(request), { name: "InputError", message: /^No directory of users is named\./ });
    await alone.remove();
  });
});
