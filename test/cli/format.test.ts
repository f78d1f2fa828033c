import assert from "node:assert/strict";
import { mapwright } from "../harness/commandLine.ts";
import { smallMapping, type TemporaryWorkspace, temporaryWorkspace } from "../harness/workspace.ts";

const untidy = smallMapping.replace("  source: User", "source :   User").replaceAll("\n\n", "\n\n\n");
const broken = smallMapping.replace("displayName <-", "displayName <- <-");

suite("command line: format", function () {
  this.timeout(30_000);
  let workspace: TemporaryWorkspace;
  setup(async () => {
    workspace = await temporaryWorkspace({
      "tidy.provmap": smallMapping,
      "untidy.provmap": untidy,
      "broken.provmap": broken,
    });
  });
  teardown(() => workspace.remove());
  const format = (...args: readonly string[]) => mapwright(["format", ...args], { cwd: workspace.folder });

  test("rewrites what has another layout, and only that", async () => {
    const { code, stdout } = await format("tidy.provmap", "untidy.provmap");
    assert.equal(code, 0);
    assert.equal(stdout, "tidy.provmap: already canonical\nuntidy.provmap: formatted\n");
    assert.equal(await workspace.read("untidy.provmap"), smallMapping);
  });

  test("--check names what would change and writes nothing", async () => {
    const { code, stdout } = await format("--check", "tidy.provmap", "untidy.provmap");
    assert.equal(code, 1);
    assert.equal(stdout, "tidy.provmap: already canonical\nuntidy.provmap: has another layout\n");
    assert.equal(await workspace.read("untidy.provmap"), untidy);
  });

  test("--check of canonical files exits 0", async () =>
    assert.equal((await format("--check", "tidy.provmap")).code, 0));

  test("a file with syntax problems is left as it is", async () => {
    const { code, stderr } = await format("broken.provmap");
    assert.equal(code, 1);
    assert.match(stderr, /^broken\.provmap:16:\d+ .*The file was left as it is\.\n$/);
    assert.equal(await workspace.read("broken.provmap"), broken);
  });

  test("JSON states what became of each file", async () => {
    const { stdout } = await format("--check", "--format", "json", "tidy.provmap", "untidy.provmap");
    assert.deepEqual(JSON.parse(stdout), {
      files: [
        { file: "tidy.provmap", state: "canonical" },
        { file: "untidy.provmap", state: "differs" },
      ],
    });
  });

  test("an unreadable file exits 2", async () => {
    const { code, stderr } = await format("nothing.provmap");
    assert.equal(code, 2);
    assert.match(stderr, /^mapwright: nothing\.provmap: there is no such file[^\n]+\n$/);
  });
});
