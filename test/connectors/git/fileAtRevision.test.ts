import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileAtRevision } from "../../../server/src/connectors/git/fileAtRevision.ts";
import { type TemporaryWorkspace, temporaryWorkspace } from "../../harness/workspace.ts";

suite("fileAtRevision", () => {
  let files: TemporaryWorkspace;
  let path = "";
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=Mapwright", "-c", "user.email=mapwright@example.com", ...args], {
      cwd: files.folder,
      stdio: "pipe",
    });

  suiteSetup(async () => {
    files = await temporaryWorkspace({
      "in/a file.provmap": "// Å\n",
      "in/.gitattributes": "*.provmap text eol=crlf\n",
    });
    path = join(files.folder, "in/a file.provmap");
    git("init", "--quiet");
    git("add", "in");
    git("commit", "--quiet", "-m", "first");
    git("tag", "v1");
    await files.write("in/a file.provmap", "// second\n");
    git("commit", "--quiet", "-am", "second");
    await files.write("in/a file.provmap", "// not committed\n");
    await files.write("in/new.provmap", "// new\n");
  });
  suiteTeardown(() => files.remove());

  for (const [revision, text] of [
    ["HEAD", "// second\n"],
    ["HEAD~1", "// Å\n"],
    ["v1", "// Å\n"],
  ] as const) {
    test(`reads the file as ${revision} has it`, async () => {
      assert.equal(await fileAtRevision(path, revision), text);
    });
  }

  const refusals: readonly (readonly [what: string, name: string, revision: string, message: RegExp])[] = [
    ["a revision that is none", "in/a file.provmap", "nowhere", /"nowhere" is no revision and no file\. Name one/],
    ["a file that the revision does not have", "in/new.provmap", "HEAD", /"HEAD" does not have this file\./],
    ["an option in the place of a revision", "in/a file.provmap", "--textconv", /"--textconv" is no revision/],
    ["a command in the place of a revision", "in/a file.provmap", "$(touch x)", /"\$\(touch x\)" is no revision/],
  ];
  for (const [what, name, revision, message] of refusals) {
    test(`refuses ${what}`, async () => {
      await assert.rejects(fileAtRevision(join(files.folder, name), revision), { name: "InputError", message });
    });
  }

  test("refuses a file outside every repository", async () => {
    const outside = await temporaryWorkspace({ "a.provmap": "" });
    await assert.rejects(fileAtRevision(join(outside.folder, "a.provmap"), "HEAD"), {
      name: "InputError",
      message:
        /the file is in no git repository\. Compare it with another file, or in the editor with the saved one\.$/,
    });
    await outside.remove();
  });

  test("says where git is missing", async () => {
    const before = process.env.PATH;
    await mkdir(join(files.folder, "empty"));
    process.env.PATH = join(files.folder, "empty");
    try {
      await assert.rejects(fileAtRevision(path, "HEAD"), { name: "InputError", message: /git was not found/ });
    } finally {
      process.env.PATH = before;
    }
  });
});
