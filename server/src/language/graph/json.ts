import type { SourceMap } from "../sourceMap.ts";
import type { Span, SyntaxProblem, Word } from "../text.ts";

/** The kinds of JSON values. An `unclosed` string lacks its last quote; `missing` stands where a value should be and is none. */
export const kinds = {
  object: 0,
  array: 1,
  string: 2,
  unclosed: 3,
  number: 4,
  true: 5,
  false: 6,
  null: 7,
  missing: 8,
} as const;
export type JsonKind = (typeof kinds)[keyof typeof kinds];

/** The place of a value in the table of its tree; the root's is 0. */
export type JsonNode = number;

/**
 * JSON as a flat table, so that a file of megabytes costs little more than to read its characters: the values in the
 * order of the text, each object followed by its members, a name and a value in turn. Offsets count in `text`.
 */
export interface JsonTree {
  /** The file's text, with the characters that the escapes in its strings stand for in their place. */
  readonly text: string;
  readonly escapes: Escapes;
  readonly map: SourceMap;
  /** How many values there are; 0 for a text without any. */
  readonly size: number;
  /** `columns` numbers a value: its kind, start, end, and the value behind all that it holds. */
  readonly table: Int32Array;
  /** What makes the text no JSON; the first mistake only. */
  readonly problem?: SyntaxProblem;
  /** The one string in which the text differs from that of the tree which this one was made of; absent where it was scanned. */
  readonly edited?: JsonNode;
}

/** The offsets behind each escape of a file: in its text with the escapes decoded, and in the file. */
export interface Escapes {
  readonly behindInText: readonly number[];
  readonly behindInFile: readonly number[];
}

/** How many numbers the table has for each value. */
export const columns = 4;

/** The kind of a value. */
export function kindOf({ table }: JsonTree, node: JsonNode): JsonKind {
  return table[node * columns] as JsonKind;
}

/** The range of a value, quotes and brackets included. */
export function spanOf({ table }: JsonTree, node: JsonNode): Span {
  return { start: table[node * columns + 1] ?? 0, end: table[node * columns + 2] ?? 0 };
}

/** The value behind a value and all that it holds. */
export function behind({ table }: JsonTree, node: JsonNode): JsonNode {
  return table[node * columns + 3] ?? node + 1;
}

/** The value of an object's member; of a name that is there twice the last, as JSON.parse has it. Undefined where there is none. */
export function member(tree: JsonTree, object: JsonNode | undefined, name: string): JsonNode | undefined {
  if (object === undefined || object >= tree.size || kindOf(tree, object) !== kinds.object) return undefined;
  let found: JsonNode | undefined;
  for (let at = object + 1; at < behind(tree, object); at = behind(tree, at + 1)) {
    if (isNamed(tree, at, name)) found = at + 1;
  }
  return found;
}

/** The values of several members of an object, in the order of the names: as `member` gives each, and faster. */
export function membersNamed(
  tree: JsonTree,
  object: JsonNode,
  names: readonly string[],
): readonly (JsonNode | undefined)[] {
  const found: (JsonNode | undefined)[] = new Array(names.length).fill(undefined);
  if (kindOf(tree, object) !== kinds.object) return found;
  const end = behind(tree, object);
  for (let at = object + 1; at < end; at = behind(tree, at + 1)) {
    for (let index = 0; index < names.length; index++) {
      if (isNamed(tree, at, names[index] ?? "")) found[index] = at + 1;
    }
  }
  return found;
}

function isNamed({ table, text }: JsonTree, node: JsonNode, name: string): boolean {
  const start = table[node * columns + 1] ?? 0;
  const length = (table[node * columns + 2] ?? 0) - start;
  return length === name.length + 2 && text.startsWith(name, start + 1);
}

/** The members of an object: the places of their names and of their values. */
export function members(
  tree: JsonTree,
  object: JsonNode,
): readonly { readonly name: JsonNode; readonly value: JsonNode }[] {
  if (kindOf(tree, object) !== kinds.object) return [];
  const found: { readonly name: JsonNode; readonly value: JsonNode }[] = [];
  const end = behind(tree, object);
  for (let name = object + 1; name < end; name = behind(tree, name + 1)) found.push({ name, value: name + 1 });
  return found;
}

/** The values in an array; none for anything else. */
export function elements(tree: JsonTree, array: JsonNode | undefined): readonly JsonNode[] {
  if (array === undefined || array >= tree.size || kindOf(tree, array) !== kinds.array) return [];
  const found: JsonNode[] = [];
  const end = behind(tree, array);
  for (let at = array + 1; at < end; at = behind(tree, at)) found.push(at);
  return found;
}

/** The object or the array that a value lies in; undefined for the outermost. */
export function parentOf(tree: JsonTree, node: JsonNode | undefined): JsonNode | undefined {
  if (node === undefined) return undefined;
  for (let before = node - 1; before >= 0; before--) if (behind(tree, before) > node) return before;
  return undefined;
}

/** The objects in an array. */
export function objects(tree: JsonTree, array: JsonNode | undefined): readonly JsonNode[] {
  const found = elements(tree, array);
  const isObject = (node: JsonNode) => kindOf(tree, node) === kinds.object;
  return found.every(isObject) ? found : found.filter(isObject);
}

/** What stands between the quotes of a string; undefined for anything else. */
export function stringOf(tree: JsonTree, node: JsonNode | undefined): Word | undefined {
  if (node === undefined || !isString(tree, node)) return undefined;
  const span = contentSpan(tree, node);
  return { text: tree.text.slice(span.start, span.end), span };
}

/** The number that a value is; undefined for anything else. */
export function numberOf(tree: JsonTree, node: JsonNode | undefined): number | undefined {
  if (node === undefined || kindOf(tree, node) !== kinds.number) return undefined;
  const { start, end } = spanOf(tree, node);
  return Number(tree.text.slice(start, end));
}

/** `true` or `false`; undefined for anything else. */
export function booleanOf(tree: JsonTree, node: JsonNode | undefined): boolean | undefined {
  if (node === undefined) return undefined;
  const kind = kindOf(tree, node);
  return kind === kinds.true ? true : kind === kinds.false ? false : undefined;
}

/** The string between whose quotes an offset lies, the places directly behind the first and before the last included. */
export function stringAt(tree: JsonTree, offset: number): JsonNode | undefined {
  const node = lastBefore(tree, offset);
  if (node === undefined || !isString(tree, node)) return undefined;
  return offset <= contentSpan(tree, node).end ? node : undefined;
}

/** The last value that begins before an offset. */
export function lastBefore(tree: JsonTree, offset: number): JsonNode | undefined {
  let low = -1;
  let high = tree.size - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (spanOf(tree, middle).start < offset) low = middle;
    else high = middle - 1;
  }
  return low < 0 ? undefined : low;
}

function isString(tree: JsonTree, node: JsonNode): boolean {
  const kind = kindOf(tree, node);
  return kind === kinds.string || kind === kinds.unclosed;
}

function contentSpan(tree: JsonTree, node: JsonNode): Span {
  const { start, end } = spanOf(tree, node);
  return { start: start + 1, end: kindOf(tree, node) === kinds.string ? end - 1 : end };
}
