import { execFileSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** Installs and builds what is missing or older than its sources, so that every script works on a fresh clone. */
const root = join(import.meta.dirname, "..");
const run = (command, ...rest) =>
  execFileSync(command, rest, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
    shell: process.platform === "win32",
  });

if (modified("node_modules/.package-lock.json") < modified("package-lock.json")) {
  console.error("Installing the dependencies…");
  // Not `npm ci`: it refuses a lock file written where a registry lacked the binaries of other platforms.
  run("npm", "install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error");
}
if (
  modified("dist/cli.js") <
  Math.max(newest("client/src"), newest("server/src"), modified("esbuild.mjs"), modified("package.json"))
) {
  console.error("Building…");
  run(join(root, "node_modules", ".bin", "node"), "esbuild.mjs");
}

/** Milliseconds since 1970, or -1 where there is no such file. */
function modified(path) {
  return statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? -1;
}

function newest(folder) {
  const files = readdirSync(join(root, folder), { recursive: true });
  return Math.max(...files.map(file => modified(join(folder, file))));
}
