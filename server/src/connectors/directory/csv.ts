import * as l10n from "@vscode/l10n";
import type { TextBlock } from "../textBlocks.ts";
import { type Mistake, plainField, quotedField } from "./csvField.ts";
import type { Unreadable } from "./unreadable.ts";

/** The rows of one block of a CSV file, and the places of those that cannot be read. */
export interface CsvBlock {
  readonly rows: readonly (readonly string[])[];
  /** The line on which each row begins, counted from 1. */
  readonly lines: readonly number[];
  readonly unreadable: readonly Unreadable[];
  /** The bytes of the file that hold the rows; those of a row that goes on in the next block are among both. */
  readonly offset: number;
  readonly end: number;
  /** Reads the rows and their lines once more from the text of those bytes. */
  readonly again: (text: string) => Pick<CsvBlock, "rows" | "lines">;
}

/** A quoted field may not be longer: a quote that is never closed would take the rest of the file. */
const longestField = 1 << 20;

/**
 * Reads blocks of CSV, of which each ends with a line, by RFC 4180: fields in quotes may hold separators, line breaks and doubled quotes; lines end with
 * CRLF or LF. The first row is the header, and every other must have as many fields; blank lines are left out. A row that
 * cannot be read does not stop the others. `separator` is a comma where the first line has most of them, else a semicolon
 * or a tab.
 */
export async function* readCsv(blocks: AsyncIterable<TextBlock>): AsyncGenerator<CsvBlock> {
  let reader: CsvReader | undefined;
  let line = 1;
  let open = "";
  let last = 0;
  for await (const { text, offset, end } of blocks) {
    const whole = open === "" ? text : `${open}\n${text}`;
    reader ??= { separator: separatorOf(whole), fields: 0 };
    const begin = open === "" ? offset : offset - Buffer.byteLength(open) - 1;
    const block = placedBlock(readBlock(whole, line, reader), { line, offset: begin, end }, { ...reader });
    open = block.open;
    line = block.next;
    last = end;
    yield block;
  }
  if (open !== "" && reader !== undefined) {
    const place = { line, offset: last - Buffer.byteLength(open), end: last };
    yield placedBlock(readBlock(open, line, reader, true), place, reader);
  }
}

function placedBlock(
  block: ReadBlock,
  { line, offset, end }: { readonly line: number; readonly offset: number; readonly end: number },
  reader: CsvReader,
): CsvBlock & ReadBlock {
  const isLast = block.open === "";
  return { ...block, offset, end, again: text => readBlock(text, line, { ...reader }, isLast) };
}

/** What is known of a file behind its first row. */
interface CsvReader {
  readonly separator: string;
  /** How many fields the header has; 0 before it is read. */
  fields: number;
}

function separatorOf(text: string): string {
  const end = text.indexOf("\n");
  const first = (end < 0 ? text : text.slice(0, end)).replace(/"[^"]*"/g, "");
  const counts = [",", ";", "\t"].map(separator => first.split(separator).length);
  return [",", ";", "\t"][counts.indexOf(Math.max(...counts))] ?? ",";
}

interface ReadBlock extends Pick<CsvBlock, "rows" | "lines" | "unreadable"> {
  /** The beginning of a row whose last field is still in quotes. */
  readonly open: string;
  readonly next: number;
}

function readBlock(text: string, first: number, reader: CsvReader, isLast = false): ReadBlock {
  const rows: (readonly string[])[] = [];
  const lines: number[] = [];
  const unreadable: Unreadable[] = [];
  const hasQuotes = text.includes('"');
  let line = first;
  for (let start = 0; start <= text.length; ) {
    const row = hasQuotes ? readRow(text, start, reader.separator) : plainRow(text, start, reader.separator);
    const mistake = row.mistake ?? (row.fields === undefined ? undefined : wrongWidth(row.fields, reader, text, start));
    if (mistake?.kind === "open" && !isLast && text.length - start <= longestField)
      return { rows, lines, unreadable, open: text.slice(start), next: line };
    if (mistake !== undefined) unreadable.push(placed(mistake, text, start, line));
    else if (row.fields !== undefined) {
      rows.push(row.fields);
      lines.push(line);
    }
    line += row.lineBreaks + 1;
    start = row.next;
  }
  return { rows, lines, unreadable, open: "", next: line };
}

interface Row {
  /** Absent for a blank line and for a row with a mistake. */
  readonly fields?: readonly string[];
  readonly mistake?: Mistake;
  /** Line breaks inside the row. */
  readonly lineBreaks: number;
  /** Where the next row begins. */
  readonly next: number;
}

function plainRow(text: string, start: number, separator: string): Row {
  const found = text.indexOf("\n", start);
  const end = found < 0 ? text.length : found;
  const last = text.charCodeAt(end - 1) === 13 ? end - 1 : end;
  const next = end + 1;
  return last <= start
    ? { lineBreaks: 0, next }
    : { fields: text.slice(start, last).split(separator), lineBreaks: 0, next };
}

function readRow(text: string, start: number, separator: string): Row {
  const found = text.indexOf("\n", start);
  const quote = text.indexOf('"', start);
  if (quote < 0 || (found >= 0 && quote > found)) return plainRow(text, start, separator);
  const fields: string[] = [];
  let lineBreaks = 0;
  let at = start;
  for (;;) {
    const field = text.charCodeAt(at) === 34 ? quotedField(text, at, separator) : plainField(text, at, separator);
    lineBreaks += field.lineBreaks;
    if (field.mistake !== undefined) return { mistake: field.mistake, lineBreaks, next: nextLine(text, field.end) };
    fields.push(field.value);
    if (field.isLast) return { fields, lineBreaks, next: field.end };
    at = field.end;
  }
}

function nextLine(text: string, from: number): number {
  const found = text.indexOf("\n", from);
  return found < 0 ? text.length + 1 : found + 1;
}

function wrongWidth(fields: readonly string[], reader: CsvReader, text: string, start: number): Mistake | undefined {
  if (reader.fields === 0) reader.fields = fields.length;
  if (fields.length === reader.fields) return undefined;
  const counted =
    fields.length === 1
      ? l10n.t`the row has 1 field and the header ${reader.fields}`
      : l10n.t`the row has ${fields.length} fields and the header ${reader.fields}`;
  const reason = l10n.t`${counted}. Give it as many; a field with a ${named(reader.separator)} in it needs quotes.`;
  return { kind: "wrong", at: Math.min(start, text.length), reason };
}

function named(separator: string): string {
  if (separator === "\t") return l10n.t("tab");
  return separator === ";" ? l10n.t("semicolon") : l10n.t("comma");
}

function placed({ at, reason }: Mistake, text: string, start: number, line: number): Unreadable {
  const before = text.slice(start, at).split("\n");
  return { line: line + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1, reason };
}
