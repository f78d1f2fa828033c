import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { packageExtension } from "../harness/packageExtension.ts";
import { exactly, type Goal, type Row } from "./measure.ts";

const root = join(import.meta.dirname, "..", "..");
const dist = join(root, "dist");

/**
 * The sizes of what ships: what each entry loads before it does anything; what the server loads for a file that is open,
 * which the editor by itself asks the problems, tokens, lenses, hints, outline, highlights and code actions of; what it
 * loads for all else that a person can ask its languages for; and the VSIX.
 */
export async function bundleRows(): Promise<readonly Row[]> {
  const start = loadedBy("server.js", withChunk("serve"));
  const open = new Set([...start, ...loadedBy(withChunk("server"))]);
  const asked = loadedBy(withChunk("askedFeatures"));
  return [
    size("extension.cjs, loaded at start", loadedBy("extension.cjs")),
    size("B1 server, loaded to answer initialize", start, { of: "figure", atMost: 400 }),
    size("B1 server, that and what an open file needs", open, { of: "figure", atMost: 400 }),
    size("server, that and all that its languages can need", new Set([...open, ...asked])),
    size("cli.js, loaded at start", loadedBy("cli.js")),
    size("sandbox.js, loaded at start", loadedBy("sandbox.js")),
    size("dist in all", new Set(readdirSync(dist, { recursive: true, encoding: "utf8" }).filter(isScript))),
    await packageRow(),
  ];
}

function isScript(file: string): boolean {
  return /\.c?js$/.test(file);
}

/** The chunk that is named after a module which is imported dynamically. */
function withChunk(name: string): string {
  const file = readdirSync(join(dist, "chunks")).find(candidate => candidate.startsWith(`${name}-`));
  if (file === undefined) throw new Error(`dist/chunks has no ${name}-*.js: npm run build makes it.`);
  return join("chunks", file);
}

/** Files with those that they import at once, and so on. */
function loadedBy(...entries: readonly string[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const load = (file: string) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const [, path] of readFileSync(join(dist, file), "utf8").matchAll(/(?:from|import)"(\.\.?\/[^"]+\.js)"/g)) {
      if (path !== undefined) load(join(file, "..", path));
    }
  };
  entries.forEach(load);
  return seen;
}

function size(name: string, files: ReadonlySet<string>, goal?: Goal): Row {
  const bytes = [...files].reduce((sum, file) => sum + statSync(join(dist, file)).size, 0);
  return { name, unit: "KiB", ours: exactly(bytes / 1024), ...(goal && { goal }) };
}

/** The extension as npm run package makes it. */
async function packageRow(): Promise<Row> {
  const folder = mkdtempSync(join(tmpdir(), "mapwright-vsix-"));
  const packagePath = join(folder, "mapwright.vsix");
  await packageExtension(packagePath);
  const { size: bytes } = statSync(packagePath);
  rmSync(folder, { recursive: true });
  return { name: "B2 VSIX", unit: "KiB", ours: exactly(bytes / 1024), goal: { of: "figure", atMost: 1024 } };
}
