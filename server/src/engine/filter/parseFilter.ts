import type { Filter, InvalidFilter, Literal, Operator } from "./filter.ts";

/** How deep parentheses and brackets may nest; what lies deeper is a mistake and not an overflow of the stack. */
const maximumDepth = 100;

/** Where the reading stands. Reading ends with the first problem. */
interface Reader {
  readonly text: string;
  at: number;
  depth: number;
  problem?: string;
}

/**
 * Reads a filter. Operators are read in any case; `and` binds closer than `or`, `not` takes parentheses. Besides the
 * grammar of RFC 7644 a part may be compared behind an element, as Entra does: `emails[type eq "work"].value eq "a@b"`.
 */
export function parseFilter(text: string): Filter | InvalidFilter {
  const reader: Reader = { text, at: 0, depth: 0 };
  const filter = disjunction(reader);
  skipBlanks(reader);
  if (filter !== undefined && reader.at === text.length) return filter;
  return { kind: "invalid", message: reader.problem ?? `"${ahead(reader)}" is not expected here` };
}

function disjunction(reader: Reader): Filter | undefined {
  return chain(reader, "or", conjunction);
}

function conjunction(reader: Reader): Filter | undefined {
  return chain(reader, "and", term);
}

function chain(reader: Reader, kind: "and" | "or", read: (reader: Reader) => Filter | undefined): Filter | undefined {
  const first = read(reader);
  if (first === undefined || !takeWord(reader, kind)) return first;
  const terms = [first];
  do {
    const next = read(reader);
    if (next === undefined) return undefined;
    terms.push(next);
  } while (takeWord(reader, kind));
  return { kind, terms };
}

function term(reader: Reader): Filter | undefined {
  skipBlanks(reader);
  if (takeSign(reader, "(")) return enclosed(reader, ")");
  const attribute = takeName(reader);
  if (attribute === "") return fail(reader, `an attribute is missing ${before(reader)}`);
  if (takeSign(reader, "[")) return element(reader, attribute);
  if (attribute.length === 3 && attribute.toLowerCase() === "not" && isAhead(reader, "(")) return negation(reader);
  return comparison(reader, attribute);
}

function negation(reader: Reader): Filter | undefined {
  reader.at++;
  const filter = enclosed(reader, ")");
  return filter && { kind: "not", term: filter };
}

function enclosed(reader: Reader, end: ")" | "]"): Filter | undefined {
  if (reader.depth === maximumDepth)
    return fail(reader, `parentheses and brackets nest more than ${maximumDepth} deep`);
  reader.depth++;
  const filter = disjunction(reader);
  reader.depth--;
  if (filter === undefined) return undefined;
  skipBlanks(reader);
  return takeSign(reader, end) ? filter : fail(reader, `"${end}" is missing ${before(reader)}`);
}

/** A part that is compared behind the bracket belongs to the same element. */
function element(reader: Reader, attribute: string): Filter | undefined {
  const selection = enclosed(reader, "]");
  if (selection === undefined) return undefined;
  if (!takeSign(reader, ".")) return { kind: "element", attribute, filter: selection };
  const part = takeName(reader);
  if (part === "") return fail(reader, `an attribute is missing ${before(reader)}`);
  const compared = comparison(reader, part);
  return compared && { kind: "element", attribute, filter: { kind: "and", terms: [selection, compared] } };
}

function comparison(reader: Reader, attribute: string): Filter | undefined {
  skipBlanks(reader);
  const begun = reader.at;
  const word = takeName(reader);
  const operator = operators.get(word) ?? operators.get(word.toLowerCase());
  if (operator === "pr") return { kind: "present", attribute };
  if (operator === undefined) {
    reader.at = begun;
    return fail(reader, `an operator such as eq is missing ${before(reader)}`);
  }
  const value = literal(reader);
  return value === undefined ? undefined : { kind: "compare", attribute, operator, value };
}

const operators: ReadonlyMap<string, Operator | "pr"> = new Map(
  (["eq", "ne", "co", "sw", "ew", "gt", "ge", "lt", "le", "pr"] as const).map(name => [name, name]),
);

function literal(reader: Reader): Literal | undefined {
  skipBlanks(reader);
  if (isAhead(reader, '"')) return quoted(reader);
  const word = takeName(reader);
  const constant = constants.get(word.toLowerCase());
  if (constant !== undefined) return constant;
  if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(word)) return Number(word);
  return fail(reader, word === "" ? `a value is missing ${before(reader)}` : `${word} is no JSON value`);
}

const constants: ReadonlyMap<string, boolean | null> = new Map([
  ["true", true],
  ["false", false],
  ["null", null],
]);

/** A JSON string. Most have no escapes and are cut out as they are. */
function quoted(reader: Reader): string | undefined {
  const { text } = reader;
  const start = reader.at + 1;
  let end = text.indexOf('"', start);
  if (end !== -1 && !text.slice(start, end).includes("\\")) {
    reader.at = end + 1;
    return text.slice(start, end);
  }
  for (end = start; end < text.length && text[end] !== '"'; end++) if (text[end] === "\\") end++;
  if (end >= text.length) return fail(reader, "a closing double quote is missing");
  reader.at = end + 1;
  try {
    return JSON.parse(text.slice(start - 1, end + 1)) as string;
  } catch {
    return fail(reader, `${text.slice(start - 1, end + 1)} is no JSON string`);
  }
}

/** The attribute, operator or number ahead; empty where there is none. */
function takeName(reader: Reader): string {
  const { text, at } = reader;
  let end = at;
  while (end < text.length && isNamePart(text.charCodeAt(end))) end++;
  reader.at = end;
  return text.slice(at, end);
}

/** Everything but blanks, quotes, parentheses and brackets. */
function isNamePart(code: number): boolean {
  return code > 0x20 && code !== 0x22 && code !== 0x28 && code !== 0x29 && code !== 0x5b && code !== 0x5d;
}

/** A word that stands alone, behind blanks or a bracket. */
function takeWord(reader: Reader, word: "and" | "or"): boolean {
  const start = reader.at;
  skipBlanks(reader);
  const { text, at } = reader;
  const end = at + word.length;
  const isWord = text.slice(at, end).toLowerCase() === word && !isNamePart(text.charCodeAt(end));
  reader.at = isWord ? end : start;
  return isWord;
}

function isAhead(reader: Reader, sign: string): boolean {
  skipBlanks(reader);
  return reader.text[reader.at] === sign;
}

function takeSign(reader: Reader, sign: "(" | ")" | "[" | "]" | "."): boolean {
  const isThere = reader.text[reader.at] === sign;
  if (isThere) reader.at++;
  return isThere;
}

function skipBlanks(reader: Reader): void {
  const { text } = reader;
  while (text.charCodeAt(reader.at) === 0x20) reader.at++;
}

function fail(reader: Reader, problem: string): undefined {
  reader.problem ??= problem;
  return undefined;
}

/** What stands ahead, for a message. */
function ahead({ text, at }: Reader): string {
  return /^(?:[^\s"()[\]]+|.)/.exec(text.slice(at))?.[0] ?? "";
}

function before(reader: Reader): string {
  skipBlanks(reader);
  const next = ahead(reader);
  return next === "" ? "at the end" : `before "${next}"`;
}
