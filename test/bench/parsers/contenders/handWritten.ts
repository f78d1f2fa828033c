import { countKinds } from "../summary.ts";
import type { ParserContender } from "../worker.ts";

/**
 * The limit: a scanner and a recursive descent written by hand for the language of the corpus alone, with offsets, whole
 * trees and recovery at the next statement, but without the messages, the look ahead and the checks that a person needs.
 */

interface Node {
  readonly kind: string;
  readonly text: string;
  readonly start: number;
  end: number;
  readonly children: Node[];
}

interface Scanner {
  readonly text: string;
  position: number;
  kind: number;
  start: number;
  end: number;
  readonly problems: number[];
}

const endOfText = 0;
const name = 1;
const string = 2;
const attribute = 3;
const arrow = 4;
const number = 5;
const operator = 6;
const symbol = 7;

/** The tree, as blocks, and the places of mistakes. */
function parse(text: string): { readonly blocks: readonly Node[]; readonly problems: readonly number[] } {
  const scanner: Scanner = { text, position: 0, kind: endOfText, start: 0, end: 0, problems: [] };
  next(scanner);
  const blocks: Node[] = [];
  while (!is(scanner, endOfText)) {
    if (isWord(scanner, "mapping")) blocks.push(block(scanner));
    else fail(scanner);
  }
  return { blocks, problems: scanner.problems };
}

/** The limit that a parser can come near to. */
export const contender: ParserContender = {
  parse,
  summarise(text) {
    const { blocks, problems } = parse(text);
    if (problems.length > 0) throw new Error(`There are mistakes at ${problems.join(", ")}.`);
    return countKinds(blocks);
  },
  recovers: true,
};

function block(scanner: Scanner): Node {
  const node = open(scanner, "mapping");
  next(scanner);
  node.children.push(leaf(scanner, "name"));
  expect(scanner, 123);
  while (!is(scanner, endOfText) && !isSymbol(scanner, 125)) node.children.push(member(scanner));
  expect(scanner, 125);
  return close(scanner, node);
}

function member(scanner: Scanner): Node {
  if (isWord(scanner, "filter")) return filter(scanner);
  const head = open(scanner, "statement");
  if (!is(scanner, name) && !is(scanner, string)) {
    fail(scanner);
    return close(scanner, head);
  }
  const target = leaf(scanner, "name");
  if (isSymbol(scanner, 58)) return property(scanner, head, target);
  head.children.push(target);
  if (is(scanner, arrow)) next(scanner);
  else fail(scanner);
  head.children.push(expression(scanner));
  while (isModifier(scanner)) {
    const modifier = open(scanner, "modifier");
    next(scanner);
    modifier.children.push(leaf(scanner, "argument"));
    head.children.push(close(scanner, modifier));
  }
  return close(scanner, head);
}

function property(scanner: Scanner, { start }: Node, target: Node): Node {
  const node: Node = { kind: "property", text: "", start, end: start, children: [target] };
  do {
    next(scanner);
    node.children.push(leaf(scanner, "value"));
  } while (isSymbol(scanner, 44));
  return close(scanner, node);
}

function filter(scanner: Scanner): Node {
  const node = open(scanner, "filter");
  next(scanner);
  node.children.push(leaf(scanner, "name"));
  expect(scanner, 123);
  while (is(scanner, name)) {
    const clause = open(scanner, "clause");
    clause.children.push(leaf(scanner, "name"), leaf(scanner, "operator"));
    if (!isSymbol(scanner, 125)) clause.children.push(leaf(scanner, "operand"));
    node.children.push(close(scanner, clause));
  }
  expect(scanner, 125);
  return close(scanner, node);
}

function expression(scanner: Scanner): Node {
  const left = operand(scanner);
  if (!is(scanner, operator)) return left;
  const node: Node = { kind: "operation", text: "", start: left.start, end: left.end, children: [left] };
  while (is(scanner, operator)) node.children.push(leaf(scanner, "operator"), operand(scanner));
  return close(scanner, node);
}

function operand(scanner: Scanner): Node {
  if (is(scanner, string)) return leaf(scanner, "string");
  if (is(scanner, attribute)) return leaf(scanner, "attribute");
  if (is(scanner, number)) return leaf(scanner, "number");
  const node = open(scanner, "call");
  if (!is(scanner, name)) {
    fail(scanner);
    return close(scanner, node);
  }
  next(scanner);
  expect(scanner, 40);
  while (!is(scanner, endOfText) && !isSymbol(scanner, 41)) {
    if (isSymbol(scanner, 44))
      node.children.push({ kind: "omitted", text: "", start: scanner.start, end: scanner.start, children: none });
    else if (is(scanner, arrow) || isSymbol(scanner, 125)) break;
    else node.children.push(expression(scanner));
    if (isSymbol(scanner, 44)) next(scanner);
    else if (!isSymbol(scanner, 41)) break;
  }
  expect(scanner, 41);
  return close(scanner, node);
}

const none: Node[] = [];

function open({ text, start, end }: Scanner, kind: string): Node {
  return { kind, text: text.slice(start, end), start, end, children: [] };
}

function close(scanner: Scanner, node: Node): Node {
  node.end = scanner.start;
  return node;
}

function leaf(scanner: Scanner, kind: string): Node {
  const { text, start, end } = scanner;
  const inner = is(scanner, string) || is(scanner, attribute);
  const written = inner ? text.slice(start + 1, end - 1) : text.slice(start, end);
  const value = is(scanner, string) && written.includes("\\") ? written.replace(/\\(["\\])/g, "$1") : written;
  next(scanner);
  return { kind, text: value, start, end, children: none };
}

function is({ kind }: Scanner, wanted: number): boolean {
  return kind === wanted;
}

function isWord({ kind, text, start, end }: Scanner, word: string): boolean {
  return kind === name && end - start === word.length && text.startsWith(word, start);
}

function isModifier(scanner: Scanner): boolean {
  return isWord(scanner, "match") || isWord(scanner, "default") || isWord(scanner, "on");
}

function isSymbol({ kind, text, start }: Scanner, code: number): boolean {
  return kind === symbol && text.charCodeAt(start) === code;
}

function expect(scanner: Scanner, code: number): void {
  if (isSymbol(scanner, code)) next(scanner);
  else scanner.problems.push(scanner.start);
}

function fail(scanner: Scanner): void {
  scanner.problems.push(scanner.start);
  next(scanner);
}

function next(scanner: Scanner): void {
  const { text } = scanner;
  let at = scanner.position;
  let code = text.charCodeAt(at);
  while (code === 32 || code === 10 || code === 13 || code === 9 || code === 47) {
    at = code === 47 ? endOfComment(text, at) : at + 1;
    code = text.charCodeAt(at);
  }
  scanner.start = at;
  if (at >= text.length) scanner.kind = endOfText;
  else if (isLetter(code)) at = scanName(scanner, at);
  else if (code === 34) at = scanString(scanner, at);
  else if (code === 91) at = scanAttribute(scanner, at);
  else if (code === 60 && text.charCodeAt(at + 1) === 45) [scanner.kind, at] = [arrow, at + 2];
  else if (code >= 48 && code <= 57) at = scanNumber(scanner, at);
  else if (code === 61 || code === 60 || code === 62) [scanner.kind, at] = [operator, at + 1];
  else [scanner.kind, at] = [symbol, at + 1];
  scanner.end = at;
  scanner.position = at;
}

function endOfComment(text: string, at: number): number {
  const line = text.charCodeAt(at + 1) === 47;
  const end = line ? text.indexOf("\n", at) : text.indexOf("*/", at) + 2;
  return end < at ? text.length : end;
}

function isLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 95;
}

function scanName(scanner: Scanner, from: number): number {
  const { text } = scanner;
  let at = from;
  let code = text.charCodeAt(at);
  while (isLetter(code) || (code >= 48 && code <= 57) || code === 46 || code === 45) code = text.charCodeAt(++at);
  if (code === 91) {
    at = text.indexOf("]", at) + 1;
    code = text.charCodeAt(at);
    while (isLetter(code) || code === 46) code = text.charCodeAt(++at);
  }
  scanner.kind = name;
  return at;
}

function scanString(scanner: Scanner, from: number): number {
  const { text } = scanner;
  let at = from + 1;
  for (let code = text.charCodeAt(at); code !== 34 && at < text.length; code = text.charCodeAt(at)) {
    at += code === 92 ? 2 : 1;
  }
  scanner.kind = string;
  return at + 1;
}

function scanAttribute(scanner: Scanner, from: number): number {
  const end = scanner.text.indexOf("]", from);
  scanner.kind = attribute;
  return end < 0 ? scanner.text.length : end + 1;
}

function scanNumber(scanner: Scanner, from: number): number {
  let at = from;
  let code = scanner.text.charCodeAt(at);
  while ((code >= 48 && code <= 57) || code === 46) code = scanner.text.charCodeAt(++at);
  scanner.kind = number;
  return at;
}
