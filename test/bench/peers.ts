import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

/** What others run for the same work, pinned, installed aside of the project's own dependencies. */
const versions: Readonly<Record<string, string>> = {
  "vscode-langservers-extracted": "4.10.0",
  "yaml-language-server": "2.0.0",
  jsonata: "2.2.2",
  "@marcbachmann/cel-js": "8.0.0",
  filtrex: "3.1.0",
  "json-logic-engine": "5.0.7",
  peggy: "5.1.0",
  langium: "4.4.0",
  "csv-parse": "7.0.3",
  papaparse: "5.7.1",
  "scim2-parse-filter": "0.2.10",
};

const folder = join(import.meta.dirname, "..", "..", ".vscode-test", "peers");

/** Installs what is missing and gives the folder of a peer's package. */
export function peer(name: string): string {
  const path = join(folder, "node_modules", name);
  const version = versions[name];
  const manifest = join(path, "package.json");
  const present = existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).version === version;
  if (!present) {
    mkdirSync(folder, { recursive: true });
    const options = [
      "--no-save",
      "--no-audit",
      "--no-fund",
      "--ignore-scripts",
      "--loglevel=error",
      "--prefix",
      folder,
    ];
    const wanted = Object.entries(versions).map(([one, its]) => `${one}@${its}`);
    execFileSync("npm", ["install", ...options, ...wanted], { stdio: ["ignore", 2, 2] });
  }
  return path;
}

/** A peer's library, or the one in a file of its package; `T` is what the bench uses of it. */
export function peerModule<T>(name: string, file = ""): T {
  return createRequire(import.meta.url)(join(peer(name), file));
}
