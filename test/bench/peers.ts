import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Servers that other people's editors run, pinned, installed aside of the project's own dependencies. */
const versions: Readonly<Record<string, string>> = {
  "vscode-langservers-extracted": "4.10.0",
  "yaml-language-server": "2.0.0",
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
    execFileSync("npm", ["install", ...options, ...wanted], { stdio: "inherit" });
  }
  return path;
}
