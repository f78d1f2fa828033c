import assert from "node:assert/strict";
import { globSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listFiles, PackageManager } from "@vscode/vsce";
import { packageExtension } from "./harness/packageExtension.ts";

const root = join(import.meta.dirname, "..");

/** Patterns of what the extension needs where it is installed: no source, no test, no sample and no command line. */
const needed = [
  "package.json",
  "package.nls.json",
  "dist/README.md",
  "CHANGELOG.md",
  "LICENSE",
  "language-configuration.json",
  "syntaxes/*.json",
  "client/l10n/bundle.l10n.json",
  "client/media/{icon.png,preview.webp}",
  "client/media/*.{css,js,json}",
  "client/media/icons/*.svg",
  "client/media/walkthrough/*.md",
  "dist/{extension.cjs,server.js,sandbox.js,impact.js}",
  "dist/chunks/*.js",
];

suite("VSIX", function () {
  this.timeout(60_000);

  test("holds what the extension needs, and nothing else", async () => {
    const options = { cwd: root, packageManager: PackageManager.None, readmePath: "dist/README.md" };
    const expected = needed.flatMap(pattern => {
      const found = globSync(pattern, { cwd: root });
      assert.ok(found.length > 0, pattern);
      return found;
    });
    assert.deepEqual((await listFiles(options)).toSorted(), expected.toSorted());
  });

  test("has a README with no picture but those that it holds", () => {
    const pictures = (file: string) =>
      Array.from(readFileSync(join(root, file), "utf8").matchAll(/^!\[[^\]]*\]\(([^)]+)\)/gm), ([, path]) => path);
    assert.deepEqual(pictures("README.md"), ["client/media/preview.webp", "client/media/tour.webp"]);
    assert.deepEqual(pictures("dist/README.md"), ["client/media/preview.webp"]);
  });

  test("is smaller than a megabyte", async () => {
    const file = join(tmpdir(), `mapwright-${process.pid}.vsix`);
    try {
      await packageExtension(file);
      assert.ok(statSync(file).size < 1_000_000, `${statSync(file).size} bytes`);
    } finally {
      rmSync(file, { force: true });
    }
  });
});
