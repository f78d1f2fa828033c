import { extname } from "node:path";
import type { TextBlock } from "../textBlocks.ts";
import { type CsvBlock, readCsv } from "./csv.ts";
import { type ReadRow, readHeader } from "./csvColumns.ts";
import { readNdjson, type WrittenBlock } from "./ndjson.ts";

/** The formats of directory files in which each object stands by itself, by the ending of the file's name. */
export type LineFormat = "ndjson" | "csv";

const formats: Readonly<Record<string, LineFormat>> = {
  ".ndjson": "ndjson",
  ".jsonl": "ndjson",
  ".csv": "csv",
  ".tsv": "csv",
};

/** The format of a file whose objects stand by themselves; undefined for JSON. */
export function lineFormat(path: string): LineFormat | undefined {
  return formats[extname(path).toLowerCase()];
}

/** The objects of the blocks of a file in either format. */
export function writtenBlocks(
  path: string,
  format: LineFormat,
  blocks: AsyncIterable<TextBlock>,
): AsyncIterable<WrittenBlock> {
  return format === "ndjson" ? readNdjson(blocks) : writtenRows(path, readCsv(blocks));
}

async function* writtenRows(path: string, blocks: AsyncIterable<CsvBlock>): AsyncGenerator<WrittenBlock> {
  let readRow: ReadRow | undefined;
  for await (const { rows, lines, unreadable, offset, end, again } of blocks) {
    const [header] = readRow === undefined ? rows : [];
    readRow ??= header && readHeader(path, header);
    const from = header === undefined ? 0 : 1;
    const read = readRow ?? (() => ({}));
    const objects = rows.slice(from).map(read);
    const objectsAgain = (text: string) => {
      const piece = again(text);
      return { objects: piece.rows.slice(from).map(read), lines: piece.lines.slice(from) };
    };
    yield { objects, lines: lines.slice(from), unreadable, offset, end, again: objectsAgain };
  }
}
