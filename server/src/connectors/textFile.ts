import { createReadStream } from "node:fs";
import { readFile, stat, writeFile } from "node:fs/promises";
import { InputError } from "./inputError.ts";

/** How a text stands in a file. */
export interface Encoding {
  readonly name: "utf-8" | "utf-16le" | "utf-16be";
  /** The file begins with a byte order mark, which is no part of the text. */
  readonly mark: boolean;
}

/** A text, and how it is encoded. */
export interface EncodedText {
  readonly text: string;
  readonly encoding: Encoding;
}

/** The text of a UTF-8 or UTF-16 file. Throws InputError for a file that cannot be read or is no text. */
export async function readText(path: string): Promise<string> {
  return (await readEncodedText(path)).text;
}

/** The text of a UTF-8 or UTF-16 file and its encoding, so that it can be written as it was. Throws InputError as readText does. */
export async function readEncodedText(path: string): Promise<EncodedText> {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (error) {
    throw unreadable(path, error);
  }
  const encoding = encodingOf(bytes);
  try {
    return { text: new TextDecoder(encoding.name, { fatal: true }).decode(bytes), encoding };
  } catch (error) {
    throw new InputError(`${path}: the file is not UTF-8 or UTF-16 text. Save it as UTF-8.`, { cause: error });
  }
}

/** UTF-16 is known by its mark or, where it has none, by the zero in its first character, which JSON and .provmap have in ASCII. */
function encodingOf([first, second, third]: Uint8Array): Encoding {
  if (first === 0xff && second === 0xfe) return { name: "utf-16le", mark: true };
  if (first === 0xfe && second === 0xff) return { name: "utf-16be", mark: true };
  if (first === 0xef && second === 0xbb && third === 0xbf) return { name: "utf-8", mark: true };
  if (first !== 0 && second === 0) return { name: "utf-16le", mark: false };
  if (first === 0 && second !== undefined && second !== 0) return { name: "utf-16be", mark: false };
  return { name: "utf-8", mark: false };
}

/** The bytes of a text in an encoding. */
export function encode({ text, encoding: { name, mark } }: EncodedText): Buffer {
  const whole = mark ? `\uFEFF${text}` : text;
  if (name === "utf-8") return Buffer.from(whole, "utf8");
  const bytes = Buffer.from(whole, "utf16le");
  return name === "utf-16be" ? bytes.swap16() : bytes;
}

/** Replaces the content of a file, in UTF-8 where it is text. Throws InputError where it cannot be written. */
export async function writeText(path: string, content: string | Uint8Array): Promise<void> {
  try {
    await writeFile(path, content);
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
  /** Bytes read so far. */
  readonly read: () => number;
  readonly blocks: AsyncIterable<readonly string[]>;
}

/** The lines of a UTF-8 file, or of standard input for `-`. Throws InputError where it cannot be read. */
export async function readLines(path: string): Promise<Lines> {
  if (path === "-") return { size: 0, read: () => 0, blocks: linesOf(process.stdin.setEncoding("utf8")) };
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw Object.assign(new Error("a folder"), { code: "EISDIR" });
    const stream = createReadStream(path, { encoding: "utf8", highWaterMark: 1 << 16 });
    return { size: found.size, read: () => stream.bytesRead, blocks: linesOf(stream) };
  } catch (error) {
    throw unreadable(path, error);
  }
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
