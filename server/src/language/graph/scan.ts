import * as l10n from "@vscode/l10n";
import { mapOf } from "../sourceMap.ts";
import type { SyntaxProblem } from "../text.ts";
import { type JsonTree, kinds } from "./json.ts";
import { createStrings, type Strings } from "./strings.ts";
import { createTable, type TableBuilder } from "./table.ts";
import { isBlank, kindOfWord, wordEnd } from "./words.ts";

/**
 * Reads JSON in one pass. Total: any text gives a whole tree, what is missing in it being `missing` or left out, and the
 * first mistake is told.
 */
export function scanJson(file: string): JsonTree {
  const scanner = createScanner(file);
  while (scanner.at < file.length && !scanner.ended) readToken(scanner);
  while (scanner.open.length > 0) {
    const isObject = top(scanner)?.isObject;
    const message = () => (isObject ? l10n.t("Close the object with '}'.") : l10n.t("Close the array with ']'."));
    report(scanner, message, file.length);
    close(scanner, file.length);
  }
  const { table, strings, problem } = scanner;
  return {
    text: strings.text(),
    escapes: { behindInText: strings.behindInText, behindInFile: strings.behindInFile },
    map: mapOf(strings.behindInText, strings.behindInFile),
    size: table.size(),
    table: table.rows(),
    ...(problem && { problem }),
  };
}

/** What may come next in an object or an array. */
type Due = "name" | "colon" | "value" | "comma";

interface Container {
  readonly node: number;
  readonly isObject: boolean;
  due: Due;
}

interface Scanner {
  readonly file: string;
  readonly strings: Strings;
  readonly table: TableBuilder;
  readonly open: Container[];
  openObjects: number;
  at: number;
  /** The outermost value has ended. */
  ended: boolean;
  problem?: SyntaxProblem;
}

function createScanner(file: string): Scanner {
  const scanner: Scanner = {
    file,
    strings: createStrings(file, (message, at) => tell(scanner, message, at)),
    open: [],
    openObjects: 0,
    at: file.charCodeAt(0) === byteOrderMark ? 1 : 0,
    table: createTable(file.length >> 4),
    ended: false,
  };
  return scanner;
}

const byteOrderMark = 0xfeff;

type TokenReader = (scanner: Scanner) => void;

/** What reads the token that begins with a character; any other character begins a word. */
const readers: Readonly<Record<string, TokenReader>> = {
  " ": skipBlanks,
  "\t": skipBlanks,
  "\n": skipBlanks,
  "\r": skipBlanks,
  '"': readString,
  "{": scanner => begin(scanner, true),
  "[": scanner => begin(scanner, false),
  "}": scanner => end(scanner, true),
  "]": scanner => end(scanner, false),
  ",": separate,
  ":": colon,
};

/** The same by the code of the character. */
const readersByCode: readonly TokenReader[] = Array.from(
  { length: 0x80 },
  (_, code) => readers[String.fromCharCode(code)] ?? readWord,
);

function readToken(scanner: Scanner): void {
  const read = readersByCode[scanner.file.charCodeAt(scanner.at)] ?? readWord;
  read(scanner);
}

function skipBlanks(scanner: Scanner): void {
  const { file } = scanner;
  let { at } = scanner;
  while (isBlank(file.charCodeAt(at))) at++;
  scanner.at = at;
}

function readString(scanner: Scanner): void {
  const { strings, at } = scanner;
  const start = strings.inText(at);
  const container = top(scanner);
  const isName = container?.isObject === true && (container.due === "name" || container.due === "comma");
  if (!isName) expectValue(scanner);
  else if (container.due === "comma") report(scanner, () => l10n.t("Put a comma before the next member."), at);
  const behind = strings.read(at);
  scanner.at = behind ?? strings.lineEnd(at);
  scanner.table.add(behind === undefined ? kinds.unclosed : kinds.string, start, strings.inText(scanner.at));
  if (isName) container.due = "colon";
  else valueRead(scanner);
}

function begin(scanner: Scanner, isObject: boolean): void {
  expectValue(scanner);
  const start = scanner.strings.inText(scanner.at++);
  const node = scanner.table.add(isObject ? kinds.object : kinds.array, start, start + 1);
  scanner.open.push({ node, isObject, due: isObject ? "name" : "value" });
  if (isObject) scanner.openObjects++;
}

/** A bracket that fits no open container is passed over; one that fits an outer one closes those inside too. */
function end(scanner: Scanner, isObject: boolean): void {
  const { open, openObjects, at } = scanner;
  if ((isObject ? openObjects : open.length - openObjects) === 0) {
    report(scanner, () => l10n.t`Remove '${scanner.file.charAt(at)}': nothing is open that it closes.`, at);
    scanner.at++;
    return;
  }
  while (top(scanner)?.isObject !== isObject) {
    report(scanner, () => l10n.t`Close what is open before this '${scanner.file.charAt(at)}'.`, at);
    close(scanner, at);
  }
  scanner.at++;
  close(scanner, at, at + 1);
}

function close(scanner: Scanner, at: number, behind = at): void {
  const container = scanner.open.pop();
  if (container === undefined) return;
  const { table, strings } = scanner;
  const { isObject, due, node } = container;
  if (isObject) scanner.openObjects--;
  const isEmpty = node === table.size() - 1;
  if (isObject && (due === "colon" || due === "value")) {
    report(scanner, () => l10n.t("Write a value for the member."), at);
    addMissing(scanner, at);
  } else if (due !== "comma" && !isEmpty) report(scanner, () => l10n.t("Remove the comma before the bracket."), at);
  table.close(node, strings.inText(behind));
  valueRead(scanner);
}

function separate(scanner: Scanner): void {
  const container = top(scanner);
  const at = scanner.at++;
  if (container === undefined || container.due === "name") {
    report(scanner, () => l10n.t("Remove the comma."), at);
    return;
  }
  if (container.due !== "comma") {
    report(scanner, () => l10n.t("Write a value before the comma."), at);
    addMissing(scanner, at);
  }
  container.due = container.isObject ? "name" : "value";
}

function colon(scanner: Scanner): void {
  const container = top(scanner);
  const at = scanner.at++;
  if (container?.due === "colon") container.due = "value";
  else report(scanner, () => l10n.t("Remove the colon."), at);
}

/** A number, a literal, or a run of characters that is none. */
function readWord(scanner: Scanner): void {
  const { file, at, strings } = scanner;
  const behind = wordEnd(file, at);
  const kind = kindOfWord(file.slice(at, behind));
  scanner.at = behind;
  if (kind === undefined) {
    const shown = file.slice(at, Math.min(behind, at + 40));
    report(scanner, () => l10n.t`'${shown}' is no JSON value: texts stand in double quotes.`, at);
    if (top(scanner)?.due !== "value") return;
  }
  expectValue(scanner);
  scanner.table.add(kind ?? kinds.missing, strings.inText(at), strings.inText(behind));
  valueRead(scanner);
}

/** Says what is wrong with a value at this place, and makes room for it. */
function expectValue(scanner: Scanner): void {
  const container = top(scanner);
  if (container === undefined || container.due === "value") return;
  const { at } = scanner;
  if (container.due === "colon")
    report(scanner, () => l10n.t("Put a colon between the member's name and its value."), at);
  else if (!container.isObject) report(scanner, () => l10n.t("Put a comma before the next value."), at);
  else {
    report(scanner, () => l10n.t("Write the name of the member in double quotes, and a colon behind it."), at);
    addMissing(scanner, at);
  }
  container.due = "value";
}

function valueRead(scanner: Scanner): void {
  const container = top(scanner);
  if (container !== undefined) container.due = "comma";
  else if (/\S/.test(scanner.file.slice(scanner.at))) {
    report(scanner, () => l10n.t("Remove what follows the end of the JSON."), scanner.at);
    scanner.ended = true;
  } else scanner.ended = true;
}

function addMissing(scanner: Scanner, at: number): void {
  const offset = scanner.strings.inText(at);
  scanner.table.add(kinds.missing, offset, offset);
}

function top({ open }: Scanner): Container | undefined {
  return open[open.length - 1];
}

function report(scanner: Scanner, message: () => string, at: number): void {
  tell(scanner, message, scanner.strings.inText(at));
}

function tell(scanner: Scanner, message: () => string, start: number): void {
  scanner.problem ??= { message: message(), span: { start, end: start } };
}
