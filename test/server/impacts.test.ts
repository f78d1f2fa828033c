import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { CancellationToken, CancellationTokenSource, ProgressType } from "vscode-jsonrpc/node";
import {
  type ExportImpactAnswer,
  type ExportImpactParams,
  type ImpactAnswer,
  type ImpactParams,
  type ImpactPeopleAnswer,
  type ImpactPeopleParams,
  type ImpactProgress,
  impactMethods,
} from "../../server/src/protocol/impact.ts";
import { mapwright } from "../harness/commandLine.ts";
import { type LanguageClient, startClient } from "../harness/languageClient.ts";
import { copyOfSamples, type TemporaryFolder } from "../harness/temporaryFolder.ts";

const counted = new ProgressType<ImpactProgress>();

suite("The impact of a file through the language server", function () {
  this.timeout(60_000);
  let folder: TemporaryFolder;
  let client: LanguageClient;
  let path: string;
  let uri: string;
  let text: string;
  setup(async () => {
    folder = await copyOfSamples();
    path = join(folder.path, "servicenow.provmap");
    uri = pathToFileURL(path).href;
    text = await readFile(path, "utf8");
    git("init", "--quiet");
    git("add", "servicenow.provmap");
    git("commit", "--quiet", "-m", "The mapping");
    client = await startClient();
    await client.open(uri, text);
  });
  teardown(async () => {
    await client.stop();
    await folder.remove();
  });

  function git(...args: readonly string[]): void {
    const author = ["-c", "user.name=Mapwright", "-c", "user.email=mapwright@example.com"];
    execFileSync("git", [...author, ...args], { cwd: folder.path, stdio: "pipe" });
  }
  async function edit(): Promise<string> {
    const edited = text.replace('department EQUALS "Engineering"', 'department EQUALS "Sales"');
    await client.change(uri, 2, [{ text: edited }]);
    return edited;
  }
  const run = (params: Partial<ImpactParams> = {}, token: CancellationToken = CancellationToken.None) =>
    client.connection.sendRequest<ImpactAnswer>(
      impactMethods.impact,
      { uri, against: { kind: "revision", revision: "HEAD" }, ...params },
      token,
    );
  const people = (params: ImpactPeopleParams) =>
    client.connection.sendRequest<ImpactPeopleAnswer>(impactMethods.people, params);
  const exported = (params: Omit<ExportImpactParams, "uri">, name: string) =>
    client.connection.sendRequest<ExportImpactAnswer>(impactMethods.export, {
      ...params,
      uri: pathToFileURL(join(folder.path, name)).href,
    });
  const commandLine = async (...args: readonly string[]) =>
    (await mapwright(["impact", ...args], { cwd: folder.path })).stdout;
  const refusalOf = (answer: { readonly kind: string; readonly message?: string }) =>
    answer.kind === "refused" ? answer.message : answer.kind;

  test("equals what the command line prints, against HEAD", async () => {
    const edited = await edit();
    const answer = await run();
    await writeFile(path, edited);
    const printed = JSON.parse(await commandLine("servicenow.provmap", "--format", "json"));
    assert.deepEqual(answer.kind === "report" && answer.report, printed);
    assert.ok(printed.after.delete + printed.after.disable > 0);
  });

  test("equals what the command line prints, against the saved file", async () => {
    await writeFile(join(folder.path, "edited.provmap"), await edit());
    const answer = await run({ against: { kind: "saved" } });
    const printed = await commandLine("edited.provmap", "--against", path, "--format", "json");
    assert.deepEqual(answer.kind === "report" && answer.report, JSON.parse(printed));
  });

  test("is none where nothing was edited", async () => {
    for (const against of [{ kind: "saved" }, { kind: "text", text }] as const) {
      const answer = await run({ against });
      assert.deepEqual(answer.kind === "report" && answer.report.people, []);
    }
  });

  test("keeps the people of a run, to be read in pages, until the next one", async () => {
    await edit();
    const answer = await run({ keepsPeople: true });
    assert.ok(answer.kind === "report" && answer.run !== undefined);
    const listed = answer.report.people.flatMap(each => each.people);
    const all = await people({ run: answer.run, offset: 0, limit: 1000 });
    assert.ok(all.kind === "people");
    assert.equal(all.total, listed.length);
    assert.deepEqual(new Set(all.people.map(({ id }) => id)), new Set(listed.map(({ id }) => id)));
    await run();
    assert.equal((await people({ run: answer.run, offset: 0, limit: 1 })).kind, "people");
    await run({ keepsPeople: true });
    assert.match(`${refusalOf(await people({ run: answer.run, offset: 0, limit: 1 }))}`, /Run it again/);
  });

  test("is exported as the command line prints it", async () => {
    await writeFile(join(folder.path, "edited.provmap"), await edit());
    const answer = await run({ against: { kind: "saved" }, keepsPeople: true });
    assert.ok(answer.kind === "report" && answer.run !== undefined);
    for (const format of ["csv", "markdown"] as const) {
      const answered = await exported({ run: answer.run, format, name: "edited.provmap" }, `impact.${format}`);
      assert.deepEqual(answered, { kind: "exported" });
      const printed = await commandLine("edited.provmap", "--against", path, "--format", format);
      assert.equal(await readFile(join(folder.path, `impact.${format}`), "utf8"), printed);
    }
    const nowhere = await exported({ run: answer.run, format: "csv", name: "" }, "no/such/folder.csv");
    assert.match(`${refusalOf(nowhere)}`, /cannot be written/);
  });

  test("tells its progress, and ends when it is cancelled", async () => {
    await edit();
    await writeFile(join(folder.path, "directory/many.ndjson"), manyPeople(20_000));
    await writeFile(join(folder.path, "mapwright.json"), '{ "directory": "directory/many.ndjson" }');
    const source = new CancellationTokenSource();
    const told: ImpactProgress[] = [];
    client.connection.onProgress(counted, "the first", progress => {
      told.push(progress);
      source.cancel();
    });
    await assert.rejects(run({ progress: "the first" }, source.token), { code: -32800 });
    assert.ok(told[0] !== undefined && told[0].objects > 0 && told[0].objects < 20_000);
    const whole: ImpactProgress[] = [];
    client.connection.onProgress(counted, "the second", progress => void whole.push(progress));
    const answer = await run({ progress: "the second" });
    assert.equal(answer.kind === "report" && answer.report.objects, 20_000);
    assert.ok(whole.length > 0);
  });

  const refusals: readonly (readonly [string, Partial<ImpactParams>, RegExp])[] = [
    ["a revision that is none", { against: { kind: "revision", revision: "nowhere" } }, /"nowhere" is no revision/],
    ["a mapping that is none", { mapping: "Userz" }, /no mapping "Userz"/],
    ["a document that is not on the disk", { uri: "untitled:one" }, /not on the disk/],
  ];
  for (const [name, params, message] of refusals)
    test(`refuses ${name}, with the remedy`, async () => assert.match(`${refusalOf(await run(params))}`, message));

  test("refuses a file with mistakes, and goes on with one without", async () => {
    await client.change(uri, 2, [{ text: text.replace("Switch(", "Swich(") }]);
    assert.match(`${refusalOf(await run())}`, /Swich/);
    await client.change(uri, 3, [{ text }]);
    assert.equal((await run()).kind, "report");
  });

  test("refuses where no directory is named, and a directory that is broken", async () => {
    await writeFile(join(folder.path, "directory/contoso.json"), '{ "users": [');
    assert.match(`${refusalOf(await run())}`, /contoso\.json:1:\d+/);
    await writeFile(join(folder.path, "mapwright.json"), "{}");
    assert.match(`${refusalOf(await run())}`, /"directory":/);
  });

  test("is refused in a workspace that is not trusted", async () => {
    await client.stop();
    client = await startClient({ initializationOptions: { trusted: false } });
    await client.open(uri, text);
    assert.match(`${refusalOf(await run())}`, /not trusted/);
    assert.match(`${refusalOf(await people({ run: 1, offset: 0, limit: 1 }))}`, /not trusted/);
    assert.match(`${refusalOf(await exported({ run: 1, format: "csv", name: "" }, "a.csv"))}`, /not trusted/);
  });
});

function manyPeople(count: number): string {
  const departments = ["Engineering", "Sales"];
  return Array.from({ length: count }, (_, index) => {
    const department = departments[index % departments.length];
    const userPrincipalName = `person${index}@contoso.com`;
    const assignments = ["ServiceNow"];
    const user = { id: `${index}`, objectType: "User", userPrincipalName, mail: userPrincipalName, department };
    return `${JSON.stringify({ ...user, accountEnabled: true, assignments })}\n`;
  }).join("");
}
