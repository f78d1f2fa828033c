import { readdir, readFile, writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import Mocha from "mocha";
import { desktopIsAvailable, runInDesktop } from "./host/desktopHost.ts";
import { cache, root } from "./host/paths.ts";
import { buildSuite, outcomes, suiteOutcomes, type TestOutcome } from "./host/suite.ts";
import { runInWorkbench } from "./host/workbenchHost.ts";

// The suite inside a real VS Code, then the tests that drive its interface: `node test/vscode/run.ts [--json FILE]`. Needs a built dist.
const { json } = parseArgs({ options: { json: { type: "string" } } }).values;
const tests = [...(await runSuite()), ...(await runInterfaceTests())];
const failed = tests.filter(({ error }) => error !== undefined);
if (json)
  await writeFile(
    json,
    JSON.stringify({ passed: tests.length - failed.length, failed: failed.length, tests }, undefined, 2),
  );
for (const { title, error } of tests)
  process.stdout.write(error === undefined ? `  ✔ ${title}\n` : `  ✘ ${title}\n${error}\n`);
process.stdout.write(`${tests.length - failed.length} passed, ${failed.length} failed\n`);
process.exitCode = failed.length > 0 ? 1 : 0;

async function runSuite(): Promise<TestOutcome[]> {
  await buildSuite();
  const run = (await desktopIsAvailable()) ? runInDesktop : runInWorkbench;
  const trouble = await run().then(
    code => (code === 0 ? undefined : `The extension host ended with ${code}.`),
    error => String(error),
  );
  const told = await suiteOutcomes().catch(() => []);
  const explained = told.some(({ error }) => error !== undefined) || trouble === undefined;
  return explained && told.length > 0
    ? told
    : [...told, { title: "the suite runs in VS Code", error: trouble ?? "It reported nothing." }];
}

async function runInterfaceTests(): Promise<TestOutcome[]> {
  const output = `${cache}/interface.json`;
  const mocha = new Mocha({ ui: "tdd", timeout: 120_000, reporter: "json", reporterOptions: { output } });
  const folder = `${root}/test/vscode/ui`;
  for (const name of await readdir(folder)) if (name.endsWith(".test.ts")) mocha.addFile(`${folder}/${name}`);
  await mocha.loadFilesAsync();
  await new Promise(resolve => mocha.run(resolve));
  return outcomes(JSON.parse(await readFile(output, "utf8")));
}
