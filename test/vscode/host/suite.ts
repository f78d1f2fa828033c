import { readdir, readFile, rm } from "node:fs/promises";
import { build } from "esbuild";
import { cache, root } from "./paths.ts";

const folder = `${cache}/suite`;

/** The module whose `run` an extension host calls. */
export const suiteModule = `${folder}/index.cjs`;

/** What mocha's JSON reporter writes, as far as it is read here. */
export interface Report {
  readonly stats: { readonly passes: number; readonly failures: number };
  readonly passes: readonly Outcome[];
  /** Tests, and hooks that failed. */
  readonly failures: readonly Outcome[];
}

/** One test as it ended. */
export interface Outcome {
  readonly fullTitle: string;
  readonly err: { readonly stack?: string; readonly message?: string };
}

/** Bundles the suite for an extension host, one file a test file. */
export async function buildSuite(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  const names = (await readdir(`${root}/test/vscode/suite`)).filter(
    name => name === "index.ts" || name.endsWith(".test.ts"),
  );
  await build({
    entryPoints: names.map(name => `${root}/test/vscode/suite/${name}`),
    outdir: folder,
    outExtension: { ".js": ".cjs" },
    bundle: true,
    platform: "node",
    format: "cjs",
    external: ["vscode", "mocha"],
    logLevel: "warning",
  });
}

/** What the last run of the suite came to. */
export async function suiteReport(): Promise<Report> {
  return JSON.parse(await readFile(`${folder}/results.json`, "utf8"));
}

/** The reports as one. */
export function joined(reports: readonly Pick<Report, "passes" | "failures">[]): Report {
  const passes = reports.flatMap(report => report.passes);
  const failures = reports.flatMap(report => report.failures);
  return { stats: { passes: passes.length, failures: failures.length }, passes, failures };
}
