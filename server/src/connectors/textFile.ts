import { access, constants, readFile, stat, writeFile } from "node:fs/promises";
import * as l10n from "@vscode/l10n";
import { InputError, reasonOf, unreadable } from "./inputError.ts";

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

/** Throws InputError for a path at which there is no file that may be read. */
export async function refuseUnreadable(path: string): Promise<void> {
  try {
    await access(path, constants.R_OK);
    if ((await stat(path)).isDirectory()) throw Object.assign(new Error("a folder"), { code: "EISDIR" });
  } catch (error) {
    throw unreadable(path, error);
  }
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
  return decode(bytes, path);
}

/** The text in these bytes. Throws InputError, which begins with `name`, where they are none. */
export function decode(bytes: Uint8Array, name: string): EncodedText {
  const encoding = encodingOf(bytes);
  try {
    return { text: new TextDecoder(encoding.name, { fatal: true }).decode(bytes), encoding };
  } catch (error) {
    throw new InputError(l10n.t`${name}: the file is not UTF-8 or UTF-16 text. Save it as UTF-8.`, { cause: error });
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
      l10n.t`${path}: the file cannot be written (${reasonOf(error)}). Check its permissions and the disk.`,
      {
        cause: error,
      },
    );
  }
}
