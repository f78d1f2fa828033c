import { Command, Option } from "commander";
import { withExamples } from "../options.ts";
import type { ExitCode, Terminal } from "../terminal.ts";

interface TestOptions {
  readonly format: "text" | "json" | "junit";
  readonly directory?: string;
  readonly coverage?: boolean;
}

/** `mapwright test`: the tests that stand beside the mappings. */
export function testCommand(terminal: Terminal): Command {
  const command = new Command("test")
    .description("Run the tests of .provmap files; exits 1 when one fails or cannot run.")
    .argument("<files...>", ".provmap files")
    .option("--directory <file>", "the directory of users and groups; the one of mapwright.json if absent")
    .option("--coverage", "tell also which filters, clauses, attribute mappings and branches the tests reached")
    .addOption(
      new Option("--format <format>", "text for people, json for programs, junit for CI servers")
        .choices(["text", "json", "junit"])
        .default("text"),
    )
    .action(async (files: readonly string[], options: TestOptions) =>
      terminal.end(await runFiles(files, options, terminal)),
    );
  return withExamples(
    command,
    ["test servicenow.provmap", "prints each test, and what was expected and came where one fails"],
    ["test servicenow.provmap --coverage", "tells also which keys of Switch and which sides of IIF no test reaches"],
    ["test *.provmap --format junit > tests.xml", "is for a pipeline that shows test results"],
  );
}

async function runFiles(
  files: readonly string[],
  { format, ...settings }: TestOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  if (settings.coverage && format === "junit") await refuseCoverage();
  const { runTests } = await import("../../session/runTests.ts");
  const { testReport } = await import("../testReport.ts");
  const report = testReport(await Promise.all(files.map(file => runTests({ file, ...settings }))));
  if (format === "json") await terminal.json(report);
  else if (format === "junit") await terminal.print((await import("../junit.ts")).junitXml(report));
  else await terminal.print(...(await import("../text/tests.ts")).testLines(report, terminal.paint));
  return report.failed + report.errors > 0 ? 1 : 0;
}

async function refuseCoverage(): Promise<never> {
  const { InputError } = await import("../../connectors/inputError.ts");
  throw new InputError("JUnit XML has no place for coverage: take --format text or json, or leave --coverage out.");
}
