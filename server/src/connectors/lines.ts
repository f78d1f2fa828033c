import { openBlocks, type TextBlock } from "./textBlocks.ts";

/** The lines of a file or stream, read block by block; each item holds the lines that ended in one block. */
export interface Lines {
  /** Bytes of the whole; 0 where that is not known. */
  readonly size: number;
  /** Bytes read so far. */
  readonly read: () => number;
  readonly blocks: AsyncIterable<readonly string[]>;
}

/** The lines of a UTF-8 file, or of standard input for `-`. Throws InputError where it cannot be read. */
export async function readLines(path: string): Promise<Lines> {
  if (path === "-") return { size: 0, read: () => 0, blocks: linesOf(process.stdin.setEncoding("utf8")) };
  const { size, read, blocks } = await openBlocks(path, "line");
  return { size, read, blocks: splitLines(blocks) };
}

async function* splitLines(blocks: AsyncIterable<TextBlock>): AsyncGenerator<readonly string[]> {
  for await (const { text } of blocks) yield text.split("\n");
}

async function* linesOf(texts: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  let rest = "";
  for await (const text of texts) {
    const end = text.lastIndexOf("\n");
    if (end >= 0) yield (rest + text.slice(0, end)).split("\n");
    rest = end < 0 ? rest + text : text.slice(end + 1);
  }
  if (rest !== "") yield [rest];
}
