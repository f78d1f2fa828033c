import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { exactly, type Row } from "./measure.ts";

const dist = join(import.meta.dirname, "..", "..", "dist");

/**
 * The sizes of what ships: each entry with the chunks that it loads at start, and all of it. The server's entry loads the
 * server dynamically, behind the compile cache.
 */
export function bundleRows(): readonly Row[] {
  const entries = ["extension.cjs", "server.js", "cli.js", "sandbox.js"];
  const rows = entries.map(entry => ({
    name: `dist/${entry} at start`,
    unit: "KiB",
    ours: exactly(kib(loadedBy(entry, entry === "server.js" ? statedOrDynamic : stated))),
  }));
  const all = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter(file => /\.c?js$/.test(file));
  return [...rows, { name: "dist in all", unit: "KiB", ours: exactly(kib(new Set(all))) }];
}

const stated = /(?:from|import)"(\.\.?\/[^"]+\.js)"/g;
const statedOrDynamic = /(?:from|import\(?)"(\.\.?\/[^"]+\.js)"/g;

function loadedBy(entry: string, imports = stated, seen = new Set<string>()): Set<string> {
  if (seen.has(entry)) return seen;
  seen.add(entry);
  for (const [, path] of readFileSync(join(dist, entry), "utf8").matchAll(imports)) {
    if (path !== undefined) loadedBy(join(entry, "..", path), stated, seen);
  }
  return seen;
}

function kib(files: ReadonlySet<string>): number {
  return [...files].reduce((sum, file) => sum + statSync(join(dist, file)).size, 0) / 1024;
}
