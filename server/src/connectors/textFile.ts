import { createReadStream } from "node:fs";
import { readFile, stat, writeFile } from "node:fs/promises";
import { InputError } from "./inputError.ts";

/** The text of a UTF-8 file. Throws InputError for a file that cannot be read or is no text. */
export async function readText(path: string): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    throw unreadable(path, error);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (error) {
    throw new InputError(`${path}: the file is not UTF-8 text. Save it as UTF-8.`, { cause: error });
  }
}

/** Replaces the content of a file. Throws InputError where it cannot be written. */
export async function writeText(path: string, text: string): Promise<void> {
  try {
    await writeFile(path, text);
  } catch (error) {
    throw new InputError(
      `${path}: the file cannot be written (${reason(error)}). Check its permissions and the disk.`,
      {
        cause: error,
      },
    );
  }
}

/** The lines of a file or stream, read block by block; each item holds the lines that ended in one block. */
export interface Lines {
  /** Bytes of the whole; 0 where that is not known. */
  readonly size: number;
  readonly blocks: AsyncIterable<readonly string[]>;
}

/** The lines of a UTF-8 file, or of standard input for `-`. Throws InputError where it cannot be read. */
export async function readLines(path: string): Promise<Lines> {
  if (path === "-") return { size: 0, blocks: linesOf(process.stdin.setEncoding("utf8")) };
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw Object.assign(new Error("a folder"), { code: "EISDIR" });
    return { size: found.size, blocks: linesOf(createReadStream(path, { encoding: "utf8", highWaterMark: 1 << 18 })) };
  } catch (error) {
    throw unreadable(path, error);
  }
}

async function* linesOf(texts: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
  let rest = "";
  for await (const text of texts) {
    const lines = (rest + text).split("\n");
    rest = lines.pop() ?? "";
    if (lines.length > 0) yield lines;
  }
  if (rest !== "") yield [rest];
}

function unreadable(path: string, error: unknown): InputError {
  return new InputError(`${path}: ${remedy(error)}`, { cause: error });
}

function remedy(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case "ENOENT":
      return "there is no such file. Correct the path, or create the file.";
    case "EISDIR":
      return "this is a folder. Name the file inside it.";
    case "EACCES":
    case "EPERM":
      return "the file may not be read. Give your account permission to read it.";
    default:
      return `the file cannot be read (${reason(error)}). Check the disk and the path.`;
  }
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
