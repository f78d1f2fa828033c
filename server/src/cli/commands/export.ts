import { Command } from "commander";
import { type FormatOption, formatOption, withExamples } from "../options.ts";
import type { ExitCode, Terminal } from "../terminal.ts";

interface ExportOptions extends FormatOption {
  readonly output?: string;
}

/** `mapwright export`: a .provmap file as a schema of Microsoft Graph. */
export function exportCommand(terminal: Terminal): Command {
  const command = new Command("export")
    .description(
      "Write what a .provmap file says into the schema that it names; all else of the schema stays as it is.",
    )
    .argument("<file.provmap>", "the .provmap file")
    .option("-o, --output <file>", "the JSON file; standard output if absent")
    .addOption(formatOption())
    .action(async (file: string, options: ExportOptions) => terminal.end(await exportFile(file, options, terminal)));
  return withExamples(
    command,
    ["export servicenow.provmap -o servicenow.schema.json", "brings the schema up to date"],
    ["export servicenow.provmap", "prints it"],
  );
}

async function exportFile(file: string, { output, format }: ExportOptions, terminal: Terminal): Promise<ExitCode> {
  const { exportSchema } = await import("../../session/schemaFiles.ts");
  const content = await exportSchema(file);
  if (output === undefined) {
    await terminal.write(content);
    return 0;
  }
  const { writeText } = await import("../../connectors/textFile.ts");
  await writeText(output, content);
  if (format === "json") await terminal.json({ file: output, bytes: content.length });
  else await terminal.print(`${output}: written`);
  return 0;
}
