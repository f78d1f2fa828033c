import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Called in the extension host: runs every test file beside this one, which are bundled, and writes mocha's JSON report to results.json. */
export async function run(): Promise<void> {
  const { default: Mocha } = await import("mocha");
  const reporterOptions = { output: join(__dirname, "results.json") };
  const mocha = new Mocha({ ui: "tdd", timeout: 120_000, reporter: "json", reporterOptions });
  for (const name of readdirSync(__dirname)) if (name.endsWith(".test.cjs")) mocha.addFile(join(__dirname, name));
  await mocha.loadFilesAsync();
  const failures = await new Promise<number>(resolve => mocha.run(resolve));
  if (failures > 0) throw new Error(`${failures} tests failed`);
}
