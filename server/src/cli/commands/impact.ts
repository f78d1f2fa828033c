import { Command, Option } from "commander";
import type { ImpactReport, ImpactRequest } from "../../session/impact.ts";
import { interruption } from "../jobs.ts";
import { wholeNumber, withExamples } from "../options.ts";
import { progressBar } from "../progress.ts";
import type { ExitCode, Terminal } from "../terminal.ts";

interface ImpactOptions {
  readonly format: "text" | "json" | "csv" | "markdown";
  readonly against: string;
  readonly directory?: string;
  readonly mapping?: string;
  readonly target?: string;
  readonly environment?: string;
  readonly limit?: number;
}

/** `mapwright impact`: what an edit does to everybody, before it is saved to Entra. */
export function impactCommand(terminal: Terminal): Command {
  const command = new Command("impact")
    .description(
      "Show whom a changed file would create, update, disable or delete, and why. Nothing is written; exits 1 when the accidental-deletions threshold would trip or matching values collide anew.",
    )
    .argument("<file>", "the .provmap file, or a schema of Microsoft Graph")
    .option("--against <version>", "the version before: a git revision of the file, or another file", "HEAD")
    .option("--directory <file>", "the directory of users and groups; the one of mapwright.json if absent")
    .option("--mapping <name>", "only this mapping")
    .option("--target <file>", "a file of the SCIM resources that the target holds")
    .addOption(
      new Option("--environment <name>", "takes the accounts that cycles in this environment left").conflicts("target"),
    )
    .option("--limit <number>", "how many people of each action are listed; csv lists all", wholeNumber)
    .addOption(
      new Option("--format <format>", "text for people, json for programs, csv for tables, markdown for a pull request")
        .choices(["text", "json", "csv", "markdown"])
        .default("text"),
    )
    .action(async (file: string, options: ImpactOptions) => terminal.end(await run(file, options, terminal)));
  return withExamples(
    command,
    ["impact servicenow.provmap", "compares the file with its version at HEAD, over the directory of mapwright.json"],
    ["impact servicenow.provmap --against main --format markdown", "is for the comment of a pull request"],
    ["impact servicenow.provmap --against live.provmap --format csv > people.csv", "lists everybody who is affected"],
  );
}

const listed: Readonly<Record<ImpactOptions["format"], number>> = { text: 10, markdown: 10, json: 100, csv: 0 };

async function run(file: string, options: ImpactOptions, terminal: Terminal): Promise<ExitCode> {
  const { impactOf, againstOf } = await import("../../session/impact.ts");
  const { format, against, target, limit = listed[format], ...settings } = options;
  const signal = interruption();
  const progress = await progressBar(terminal.showsProgress, file, steps);
  const csv = format === "csv" ? await csvRows(terminal) : undefined;
  try {
    const report = await impactOf({
      ...settings,
      file,
      against: await againstOf(against),
      ...(target !== undefined && { snapshot: target }),
      limit,
      signal,
      ...(csv && { onPerson: csv.add }),
      onProgress: async ({ share }) => {
        progress.update(Math.round(share * steps));
        await csv?.flush();
      },
    });
    progress.stop();
    await print(report, file, options, terminal);
    return report.threshold.trips || collidesAnew(report) ? 1 : 0;
  } catch (error) {
    if (!signal.aborted) throw error;
    terminal.note("mapwright: interrupted before the whole directory was read.");
    return 1;
  } finally {
    progress.stop();
  }
}

const steps = 1000;

function collidesAnew({ collisions }: ImpactReport): boolean {
  return collisions.examples.some(({ existed }) => !existed);
}

/** Rows are printed while the directory is read, so that there may be any number of them. */
async function csvRows(
  terminal: Terminal,
): Promise<{ readonly add: NonNullable<ImpactRequest["onPerson"]>; readonly flush: () => Promise<void> }> {
  const { csvHeader, csvRow } = await import("../../session/impactCsv.ts");
  let rows = [csvHeader];
  return {
    add: person => void rows.push(csvRow(person)),
    async flush() {
      const ready = rows;
      rows = [];
      if (ready.length > 0) await terminal.write(ready.join(""));
    },
  };
}

async function print(report: ImpactReport, file: string, { format }: ImpactOptions, terminal: Terminal): Promise<void> {
  switch (format) {
    case "json":
      return terminal.json(report);
    case "markdown":
      return terminal.print(...(await import("../../session/impactMarkdown.ts")).markdownLines(report, file));
    case "csv":
      return undefined;
    case "text": {
      const { impactLines } = await import("../text/impact.ts");
      return terminal.print(...impactLines(report, file, { paint: terminal.paint, width: terminal.width }));
    }
  }
}
