import * as l10n from "@vscode/l10n";
import {
  findNodeAtLocation,
  type JSONPath,
  type ParseError,
  parse,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";
import type { core } from "zod/mini";
import { InputError } from "./inputError.ts";
import { quoteLongNumbers } from "./longNumbers.ts";
import { readText } from "./textFile.ts";

/** A JSON file that has been read. */
export interface JsonFile {
  readonly value: unknown;
  /** `file:line:column` of a member, counted from 1; where the member is absent, of the nearest one around it. */
  readonly place: (member: JSONPath) => string;
  /** Line and column of a member, counted from 0; where the member is absent, of the nearest one around it. */
  readonly position: (member: JSONPath) => Position;
}

/** A line of a file and a UTF-16 unit in that line, both counted from 0. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** Reads UTF-8 JSON, with comments and trailing commas allowed. Throws InputError for a file that cannot be read or is no JSON. */
export async function readJsonFile(path: string): Promise<JsonFile> {
  const text = await readText(path);
  return {
    value: parseJson(path, text),
    place: member => `${path}:${lineAndColumn(positionAt(text, offsetOf(text, member)))}`,
    position: member => positionAt(text, offsetOf(text, member)),
  };
}

/** The error for a value that its schema refuses: place, member, and the first issue's message, which says what must stand there. */
export function refused(file: JsonFile, issues: readonly core.$ZodIssue[]): InputError {
  const [issue] = issues;
  const path = (issue?.path ?? []).filter(part => typeof part !== "symbol");
  const message = issue?.message ?? l10n.t("is not valid");
  return new InputError(l10n.t`${file.place(path)}: ${memberName(path)} ${message}.`);
}

/** A member's path as people write it: `users[3].userPrincipalName`; the whole file for an empty path. */
export function memberName(path: JSONPath): string {
  if (path.length === 0) {
    return l10n.t("the file");
  }
  return path.map(memberStep).join("").replace(/^\./, "");
}

function memberStep(part: string | number): string {
  if (typeof part === "number") {
    return `[${part}]`;
  }
  return /^[\w$-]+$/.test(part) ? `.${part}` : `[${JSON.stringify(part)}]`;
}

function parseJson(path: string, text: string): unknown {
  const read = readJson(text);
  if (read.kind === "value") return read.value;
  throw new InputError(
    l10n.t`${path}:${lineAndColumn(positionAt(text, read.offset))}: ${read.problem}. Correct the JSON there.`,
  );
}

/** A JSON value, or what is wrong with its text and where that begins, as an offset in UTF-16 units. */
export type ReadJson =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "mistake"; readonly offset: number; readonly problem: string };

/**
 * Reads JSON, with comments and trailing commas allowed; a whole number past 2^53 is the text of its digits. JSON.parse is
 * several times as fast; jsonc-parser knows comments, and the place of a mistake.
 */
export function readJson(text: string): ReadJson {
  try {
    return { kind: "value", value: JSON.parse(quoteLongNumbers(text)) };
  } catch {
    const errors: ParseError[] = [];
    parse(text, errors, { allowTrailingComma: true });
    const [error] = errors;
    if (error === undefined) return { kind: "value", value: parse(quoteLongNumbers(text)) };
    return { kind: "mistake", offset: error.offset, problem: syntaxProblem(error) };
  }
}

function syntaxProblem({ error }: ParseError): string {
  const code = printParseErrorCode(error);
  return syntaxProblems[code]?.() ?? l10n.t`this is no JSON (${code})`;
}

const syntaxProblems: Readonly<Record<string, () => string>> = {
  PropertyNameExpected: () => l10n.t("a member name in double quotes is missing"),
  ValueExpected: () => l10n.t("a value is missing"),
  ColonExpected: () => l10n.t("a colon is missing"),
  CommaExpected: () => l10n.t("a comma is missing"),
  CloseBraceExpected: () => l10n.t('a closing "}" is missing'),
  CloseBracketExpected: () => l10n.t('a closing "]" is missing'),
  EndOfFileExpected: () => l10n.t("something follows the end of the JSON"),
  InvalidSymbol: () => l10n.t("this word is no JSON value; texts stand in double quotes"),
  UnexpectedEndOfString: () => l10n.t("the closing double quote is missing"),
};

function offsetOf(text: string, member: JSONPath): number {
  const root = parseTree(text);
  for (let length = member.length; root !== undefined && length > 0; length--) {
    const node = findNodeAtLocation(root, member.slice(0, length));
    if (node !== undefined) {
      return node.offset;
    }
  }
  return root?.offset ?? 0;
}

function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

function lineAndColumn({ line, character }: Position): string {
  return `${line + 1}:${character + 1}`;
}
