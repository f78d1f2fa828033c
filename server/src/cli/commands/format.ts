import { Command } from "commander";
import { type FormatOption, formatOption, withExamples } from "../options.ts";
import type { ExitCode, Terminal } from "../terminal.ts";

interface FormatOptions extends FormatOption {
  readonly check?: boolean;
}

/** What became of a file, as `format --format json` prints it. */
interface FormatReport {
  readonly file: string;
  /** `unreadable`: it has syntax problems and was left as it is. */
  readonly state: "canonical" | "formatted" | "differs" | "unreadable";
  /** The first syntax problem, with its place. */
  readonly problem?: string;
}

/** `mapwright format`: the canonical layout. */
export function formatCommand(terminal: Terminal): Command {
  const command = new Command("format")
    .description("Rewrite .provmap files in the canonical layout.")
    .argument("<files...>", ".provmap files")
    .option("--check", "write nothing; exit 1 when a file has another layout")
    .addOption(formatOption())
    .action(async (files: readonly string[], options: FormatOptions) =>
      terminal.end(await format(files, options, terminal)),
    );
  return withExamples(
    command,
    ["format servicenow.provmap", "rewrites the file where its layout differs"],
    ["format --check *.provmap", "names the files that would change"],
  );
}

async function format(files: readonly string[], options: FormatOptions, terminal: Terminal): Promise<ExitCode> {
  const reports: FormatReport[] = [];
  for (const file of files) reports.push(await formatFile(file, options.check === true));
  if (options.format === "json") await terminal.json({ files: reports });
  else await printForPeople(reports, terminal);
  return reports.some(({ state }) => state === "differs" || state === "unreadable") ? 1 : 0;
}

async function printForPeople(reports: readonly FormatReport[], terminal: Terminal): Promise<void> {
  const said = {
    canonical: "already canonical",
    formatted: "formatted",
    differs: "has another layout",
    unreadable: "",
  };
  for (const { file, state, problem } of reports) {
    if (problem === undefined) await terminal.print(`${file}: ${said[state]}`);
    else terminal.note(`${problem} The file was left as it is.`);
  }
}

async function formatFile(file: string, checkOnly: boolean): Promise<FormatReport> {
  const { encode, readEncodedText, writeText } = await import("../../connectors/textFile.ts");
  const { parseProvmap } = await import("../../language/provmap/parse.ts");
  const { formatProvmap } = await import("../../language/provmap/format.ts");
  const { text, encoding } = await readEncodedText(file);
  const [first] = parseProvmap(text).problems;
  if (first) {
    const { lineStarts, placeAt } = await import("../../language/lines.ts");
    const { line, character } = placeAt(lineStarts(text), first.span.start);
    return { file, state: "unreadable", problem: `${file}:${line + 1}:${character + 1} ${first.message}` };
  }
  const formatted = formatProvmap(text);
  if (formatted === text) return { file, state: "canonical" };
  if (checkOnly) return { file, state: "differs" };
  await writeText(file, encode({ text: formatted, encoding }));
  return { file, state: "formatted" };
}
