import { Command } from "commander";
import { type FormatOption, formatOption, withExamples } from "../options.ts";
import type { ExitCode, Terminal } from "../terminal.ts";

interface ImportOptions extends FormatOption {
  readonly output?: string;
}

/** `mapwright import`: a schema of Microsoft Graph as a .provmap file. */
export function importCommand(terminal: Terminal): Command {
  const command = new Command("import")
    .description(
      "Write a synchronization schema of Microsoft Graph as a .provmap file, which names the JSON beside it.",
    )
    .argument("<schema.json>", "the schema, as Entra exports it")
    .option("-o, --output <file>", "the .provmap file; standard output if absent")
    .addOption(formatOption())
    .action(async (schema: string, options: ImportOptions) =>
      terminal.end(await importFile(schema, options, terminal)),
    );
  return withExamples(
    command,
    ["import servicenow.schema.json -o servicenow.provmap", "writes the mappings and filters of the schema"],
    ["import servicenow.schema.json", "prints them"],
  );
}

async function importFile(schema: string, { output, format }: ImportOptions, terminal: Terminal): Promise<ExitCode> {
  const { importInto, importSchema } = await import("../../session/schemaFiles.ts");
  const { text, ...report } =
    output === undefined ? await importSchema(schema, process.cwd()) : await importInto(schema, output);
  if (format === "json") await terminal.json({ ...(output === undefined ? { text } : { file: output }), ...report });
  else if (output === undefined) await terminal.write(text);
  else await terminal.print(`${output}: ${counted(report.mappings, "mapping")}, beside ${report.schemaFile}`);
  const { unsaid } = report;
  if (unsaid > 0 && format === "text") {
    terminal.note(
      `${counted(unsaid, "part")} of the schema ${unsaid === 1 ? "has" : "have"} no words in .provmap: comments stand there.`,
    );
  }
  return 0;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
