import { existsSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import Mocha from "mocha";
import { desktopIsAvailable, runInDesktop } from "./host/desktopHost.ts";
import { cache, root } from "./host/paths.ts";
import { buildSuite, joined, type Outcome, type Report, suiteReport } from "./host/suite.ts";
import { runInWorkbench } from "./host/workbenchHost.ts";
import { takePictures } from "./pictures.ts";

// `node test/vscode/run.ts [--json FILE]`: the suite inside a real VS Code, then the tests that drive its interface. The
// report has the form of mocha's JSON reporter. `--pictures` takes the README's picture instead. Both need a built dist.
const { json, pictures } = parseArgs({ options: { json: { type: "string" }, pictures: { type: "boolean" } } }).values;
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => process.exit(1));
if (!existsSync(`${root}/dist/server.js`)) throw new Error("There is no built extension: npm run build makes one.");
if (pictures) await takePictures();
else await test();

async function test(): Promise<void> {
  const report = joined([await runSuite(), await runInterfaceTests()]);
  if (json) await writeFile(json, JSON.stringify(report, undefined, 2));
  else print(report);
  process.exitCode = report.stats.failures > 0 ? 1 : 0;
}

async function runSuite(): Promise<Report> {
  await buildSuite();
  const run = (await desktopIsAvailable()) ? runInDesktop : runInWorkbench;
  const trouble = await run().then(
    code => (code === 0 ? [] : [hostFailure(`The extension host ended with ${code}.`)]),
    error => [hostFailure(String(error))],
  );
  const report = await suiteReport().catch(() => undefined);
  if (report && report.failures.length > 0) return report;
  const missing = report || trouble.length > 0 ? [] : [hostFailure("The extension host wrote no report.")];
  return joined([report, { failures: [...trouble, ...missing], passes: [] }].filter(part => part !== undefined));
}

function hostFailure(message: string): Outcome {
  return { fullTitle: "the suite runs in VS Code", err: { message } };
}

async function runInterfaceTests(): Promise<Report> {
  const output = `${cache}/interface.json`;
  const mocha = new Mocha({ ui: "tdd", timeout: 120_000, reporter: "json", reporterOptions: { output } });
  const folder = `${root}/test/vscode/ui`;
  for (const name of await readdir(folder)) if (name.endsWith(".test.ts")) mocha.addFile(`${folder}/${name}`);
  await mocha.loadFilesAsync();
  await new Promise(resolve => mocha.run(resolve));
  return JSON.parse(await readFile(output, "utf8"));
}

function print({ stats, passes, failures }: Report): void {
  for (const { fullTitle } of passes) process.stdout.write(`  ✔ ${fullTitle}\n`);
  for (const { fullTitle, err } of failures) process.stdout.write(`  ✘ ${fullTitle}\n${err.stack ?? err.message}\n`);
  process.stdout.write(`${stats.passes} passed, ${stats.failures} failed\n`);
}
