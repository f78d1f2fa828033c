import { Command, Option } from "commander";
import { wholeNumber, withExamples } from "../options.ts";
import type { ExitCode, Terminal } from "../terminal.ts";

interface CheckOptions {
  readonly format: "text" | "json" | "sarif";
  readonly maxWarnings?: number;
}

/** `mapwright check`: every mistake that can be found without running anything. */
export function checkCommand(terminal: Terminal): Command {
  const command = new Command("check")
    .description("Report the mistakes in .provmap files and schemas of Microsoft Graph; exits 1 when there are errors.")
    .argument("<files...>", ".provmap files, and JSON files with synchronizationRules")
    .option("--max-warnings <number>", "exit 1 when there are more warnings than this", wholeNumber)
    .addOption(
      new Option("--format <format>", "text for people, json for programs, sarif for code scanning")
        .choices(["text", "json", "sarif"])
        .default("text"),
    )
    .action(async (files: readonly string[], options: CheckOptions) =>
      terminal.end(await check(files, options, terminal)),
    );
  return withExamples(
    command,
    ["check servicenow.provmap", "prints file:line:column, severity, message and code of each problem"],
    ["check servicenow.schema.json", "does the same for a schema that Entra has exported"],
    ["check *.provmap --max-warnings 0 --format json", "is for a pipeline that accepts no warning"],
    ["check *.provmap --format sarif > mapwright.sarif", "is for code scanning, with rules and fixes"],
  );
}

async function check(files: readonly string[], options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const { checkFiles } = await import("../../session/checkFiles.ts");
  const { problemLines } = await import("../text/problems.ts");
  const report = await checkFiles(files);
  if (options.format === "json") await terminal.json(report);
  else if (options.format === "sarif")
    await terminal.json((await import("../sarif.ts")).sarifLog(report, process.cwd()));
  else await terminal.print(...problemLines(report, terminal.paint));
  return report.errors > 0 || report.warnings > (options.maxWarnings ?? Number.POSITIVE_INFINITY) ? 1 : 0;
}
