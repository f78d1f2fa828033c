import type { Span } from "../text.ts";
import { behind, elements, type JsonNode, type JsonTree, kindOf, kinds, member, spanOf } from "./json.ts";
import { type JsonObject, type JsonValue, type Layout, styleOf } from "./style.ts";

/** What an array shall hold: a value that it holds already, or a new one. */
export type Item = { readonly kept: JsonNode } | { readonly added: JsonValue };

/** Another text in the place of a span. In strings it is JSON, with its escapes. */
export interface JsonEdit {
  readonly span: Span;
  readonly text: string;
}

/** Collects changes of JSON. What is not changed keeps every byte: layout, order, unknown members, the form of numbers. */
export interface JsonEditor {
  /** Gives a member of an object this value. Of an object that is there, the members that the value does not have stay. */
  readonly setMember: (object: JsonNode, name: string, value: JsonValue) => void;
  /** Makes an array hold these; those it holds already keep their order. */
  readonly arrange: (array: JsonNode, items: readonly Item[]) => void;
  /** All changes, in the order of the text. None overlap. */
  readonly edits: () => readonly JsonEdit[];
  /** The file of the tree with all changes. */
  readonly applyTo: (file: string) => string;
}

/** An editor of a tree. */
export function jsonEditor(tree: JsonTree): JsonEditor {
  const style = styleOf(tree);
  const edits: JsonEdit[] = [];
  const added = new Map<JsonNode, (readonly [name: string, value: JsonValue])[]>();

  const set = (node: JsonNode, value: JsonValue, around: Layout) => {
    const kind = kindOf(tree, node);
    if (kind === kinds.object && isObject(value)) {
      for (const [name, inner] of Object.entries(value)) setMember(node, name, inner);
    } else if (kind === kinds.array && Array.isArray(value)) setElements(node, value);
    else if (!isSame(tree, node, value)) edits.push({ span: spanOf(tree, node), text: style.print(value, around) });
  };
  const setMember = (object: JsonNode, name: string, value: JsonValue) => {
    const found = member(tree, object, name);
    if (found !== undefined) set(found, value, style.layoutOf(object));
    else added.set(object, [...(added.get(object) ?? []), [name, value]]);
  };
  const setElements = (array: JsonNode, values: readonly JsonValue[]) => {
    const kept = elements(tree, array).slice(0, values.length);
    const around = style.layoutOf(array);
    for (const [index, node] of kept.entries()) set(node, values[index] ?? null, around);
    const rest = values.slice(kept.length).map(value => ({ added: value }));
    arrange(array, [...kept.map(node => ({ kept: node })), ...rest]);
  };
  const arrange = (array: JsonNode, items: readonly Item[]) => {
    const around = style.layoutOf(array);
    edits.push(...arrangement(tree, array, items, around, value => style.print(value, around)));
  };
  const additions = () =>
    Array.from(added, ([object, members]) => {
      const around = style.layoutOf(object);
      const texts = members.map(
        ([name, value]) => `${JSON.stringify(name)}${style.colon}${style.print(value, around)}`,
      );
      return addition(tree, object, texts.join(around.separator), around);
    });
  const all = () => [...edits, ...additions()].sort((first, second) => first.span.start - second.span.start);
  return { setMember, arrange, edits: all, applyTo: file => applied(file, tree, all()) };
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isSame(tree: JsonTree, node: JsonNode, value: JsonValue): boolean {
  if (typeof value === "object" && value !== null) return false;
  const { start, end } = spanOf(tree, node);
  const text = tree.text.slice(start, end);
  if (typeof value === "string") return kindOf(tree, node) === kinds.string && text === `"${value}"`;
  if (typeof value === "number") return kindOf(tree, node) === kinds.number && Number(text) === value;
  return text === String(value) && kindOf(tree, node) !== kinds.string;
}

/** Members or elements behind those that a container has. */
function addition(tree: JsonTree, container: JsonNode, text: string, around: Layout): JsonEdit {
  const last = lastOf(tree, container);
  if (last !== undefined) {
    const { end } = spanOf(tree, last);
    return { span: { start: end, end }, text: `${around.separator}${text}` };
  }
  const { start, end } = spanOf(tree, container);
  return { span: { start: start + 1, end: end - 1 }, text: filled(text, around) };
}

/** The content of a container that was empty. */
function filled(text: string, { broken, inner, outer, lineBreak }: Layout): string {
  return broken ? `${lineBreak}${inner}${text}${lineBreak}${outer}` : text;
}

/** The value that stands last in an object or an array. */
function lastOf(tree: JsonTree, container: JsonNode): JsonNode | undefined {
  let last: JsonNode | undefined;
  const end = behind(tree, container);
  for (let node = container + 1; node < end; node = behind(tree, node)) last = node;
  return last;
}

function arrangement(
  tree: JsonTree,
  array: JsonNode,
  items: readonly Item[],
  around: Layout,
  print: (value: JsonValue) => string,
): readonly JsonEdit[] {
  const before = elements(tree, array);
  if (items.every(item => "added" in item)) return refilled(tree, array, items, around, print);
  const places = new Map(before.map((node, place) => [node, place]));
  const edits: JsonEdit[] = [];
  let previous: JsonNode | undefined;
  let from = 0;
  let texts: string[] = [];
  const fillGap = (next: JsonNode | undefined, to: number) => {
    if (texts.length > 0 || to > from) edits.push(between(tree, before, { previous, next, from, to }, texts, around));
    texts = [];
  };
  for (const item of items) {
    if ("added" in item) {
      texts.push(print(item.added));
      continue;
    }
    const place = places.get(item.kept) ?? from;
    fillGap(item.kept, place);
    previous = item.kept;
    from = place + 1;
  }
  fillGap(undefined, before.length);
  return edits;
}

/** A place between two elements that are kept, or before the first or behind the last: the elements from `from` to `to` go. */
interface Gap {
  readonly previous: JsonNode | undefined;
  readonly next: JsonNode | undefined;
  readonly from: number;
  readonly to: number;
}

/** Texts in the place of the elements that go. */
function between(
  tree: JsonTree,
  before: readonly JsonNode[],
  { previous, next, from, to }: Gap,
  texts: readonly string[],
  { separator }: Layout,
): JsonEdit {
  if (previous !== undefined) {
    const { end } = spanOf(tree, previous);
    const last = before[to - 1] ?? previous;
    const span = { start: end, end: spanOf(tree, last).end };
    return { span, text: texts.map(text => `${separator}${text}`).join("") };
  }
  const first = before[from] ?? next ?? 0;
  const { start } = spanOf(tree, first);
  const end = next === undefined ? start : spanOf(tree, next).start;
  return { span: { start, end }, text: texts.map(text => `${text}${separator}`).join("") };
}

/** An array of which nothing is kept. */
function refilled(
  tree: JsonTree,
  array: JsonNode,
  items: readonly Item[],
  around: Layout,
  print: (value: JsonValue) => string,
): readonly JsonEdit[] {
  const { start, end } = spanOf(tree, array);
  const texts = items.flatMap(item => ("added" in item ? [print(item.added)] : []));
  if (texts.length === 0 && behind(tree, array) === array + 1) return [];
  const text = texts.length === 0 ? "" : filled(texts.join(around.separator), around);
  return [{ span: { start: start + 1, end: end - 1 }, text }];
}

/** A file after edits of its tree. */
function applied(file: string, { map }: JsonTree, edits: readonly JsonEdit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { span, text } of edits) {
    pieces.push(file.slice(at, map.toFile(span.start)), text);
    at = map.toFile(span.end);
  }
  pieces.push(file.slice(at));
  return pieces.join("");
}
