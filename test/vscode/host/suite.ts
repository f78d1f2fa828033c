import { readdir, readFile, rm } from "node:fs/promises";
import { build } from "esbuild";
import { cache, root } from "./paths.ts";

const folder = `${cache}/suite`;

/** The module whose `run` an extension host calls. */
export const suiteModule = `${folder}/index.cjs`;

/** One test as it ended. */
export interface TestOutcome {
  readonly title: string;
  readonly error?: string;
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
export async function suiteOutcomes(): Promise<TestOutcome[]> {
  return outcomes(JSON.parse(await readFile(`${folder}/results.json`, "utf8")));
}

interface MochaReport {
  readonly passes: readonly MochaTest[];
  /** Tests, and hooks that failed. */
  readonly failures: readonly MochaTest[];
}

interface MochaTest {
  readonly fullTitle: string;
  readonly err: { readonly stack?: string; readonly message?: string };
}

/** The tests of a report that mocha's JSON reporter wrote. */
export function outcomes({ passes, failures }: MochaReport): TestOutcome[] {
  return [
    ...passes.map(({ fullTitle }) => ({ title: fullTitle })),
    ...failures.map(({ fullTitle, err }) => ({ title: fullTitle, error: err.stack ?? err.message ?? "It failed." })),
  ];
}
