import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";

/** What a suite is called, and the command that runs it and writes mocha's JSON report to the given file. */
interface Suite {
  readonly name: string;
  readonly command: (report: string) => readonly string[];
}

interface Report {
  readonly stats: { readonly passes: number; readonly failures: number };
  readonly failures: readonly {
    readonly fullTitle: string;
    readonly err: { readonly message?: string; readonly stack?: string };
  }[];
}

const root = join(import.meta.dirname, "..");
const results = join(root, "test", "results");
const mocha =
  (...specs: readonly string[]) =>
  (report: string) => [
    "node_modules/mocha/bin/mocha.js",
    "--reporter",
    "json",
    "--reporter-option",
    `output=${report}`,
    ...specs,
  ];

const suites: readonly Suite[] = [
  {
    name: "unit",
    command: mocha(
      "test/*.test.ts",
      "test/{bench,catalogue,client,connectors,engine,features,functions,harness,language,model,samples,session}/**/*.test.ts",
    ),
  },
  { name: "rules", command: mocha("test/validation/**/*.test.ts") },
  { name: "grammar", command: mocha("test/syntaxes/**/*.test.ts") },
  { name: "language server", command: mocha("test/server/**/*.test.ts") },
  { name: "command line", command: mocha("test/cli/**/*.test.ts") },
  { name: "VS Code", command: report => ["test/vscode/run.ts", "--json", report] },
];

const wanted = process.argv.slice(2);
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

let passed = 0;
let failed = 0;
for (const suite of suites.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const started = performance.now();
  const file = join(results, `${suite.name.replaceAll(" ", "-")}.json`);
  const code = await run(suite.command(file));
  const report = read(file);
  const failures = report?.failures ?? [];
  const failing = report?.stats.failures ?? 1;
  passed += report?.stats.passes ?? 0;
  failed += code !== 0 && failing === 0 ? 1 : failing;
  console.log(`${suite.name}: ${report?.stats.passes ?? 0} passed, ${failing} failed (${seconds(started)} s)`);
  for (const failure of failures)
    console.log(`\n  ✗ ${failure.fullTitle}\n${indent(failure.err.stack ?? failure.err.message ?? "")}\n`);
  if (report === undefined) console.log(`  The suite ended with code ${code} and wrote no report.`);
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;

function run(command: readonly string[]): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const child = spawn(process.execPath, command, { cwd: root, stdio: ["ignore", "inherit", "inherit"] });
  child.on("close", code => resolve(code ?? 1));
  return promise;
}

function read(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Report;
  } catch {
    return undefined;
  }
}

function seconds(started: number): string {
  return ((performance.now() - started) / 1000).toFixed(1);
}

function indent(text: string): string {
  return text.replace(/^/gm, "    ");
}
