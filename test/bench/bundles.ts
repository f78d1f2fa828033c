import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { exactly, type Row } from "./measure.ts";

const dist = join(import.meta.dirname, "..", "..", "dist");

/** The sizes of what ships: each entry with the chunks that it loads before it does anything, and all of it. */
export function bundleRows(): readonly Row[] {
  const entries = ["extension.cjs", "server.js", "cli.js", "sandbox.js"];
  const rows = entries.map(entry => ({
    name: `dist/${entry} at start`,
    unit: "KiB",
    ours: exactly(kib(loadedBy(entry))),
  }));
  const all = readdirSync(dist, { recursive: true, encoding: "utf8" }).filter(file => /\.c?js$/.test(file));
  return [...rows, { name: "dist in all", unit: "KiB", ours: exactly(kib(new Set(all))) }];
}

function loadedBy(entry: string, seen = new Set<string>()): Set<string> {
  if (seen.has(entry)) return seen;
  seen.add(entry);
  const text = readFileSync(join(dist, entry), "utf8");
  for (const [, path] of text.matchAll(/(?:from|import)"(\.\.?\/[^"]+\.js)"/g)) {
    if (path !== undefined) loadedBy(join(entry, "..", path), seen);
  }
  return seen;
}

function kib(files: ReadonlySet<string>): number {
  return [...files].reduce((sum, file) => sum + statSync(join(dist, file)).size, 0) / 1024;
}
