import { behind, type JsonNode, type JsonTree, kindOf, kinds, spanOf, stringAt } from "./json.ts";

/** A JSON value. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | JsonObject;

/** A JSON object. */
export interface JsonObject {
  readonly [name: string]: JsonValue;
}

/** How the values in an object or an array are laid out. */
export interface Layout {
  /** Each begins a line of its own. */
  readonly broken: boolean;
  /** What the lines of the values and of the closing bracket begin with. */
  readonly inner: string;
  readonly outer: string;
  /** What stands between two values. */
  readonly separator: string;
  readonly lineBreak: string;
}

/** How a JSON file is laid out, so that what is added looks like what is there. */
export interface JsonStyle {
  /** The colon behind a name, with its blanks. */
  readonly colon: string;
  /** The layout of what is in this object or array, or would be. */
  readonly layoutOf: (container: JsonNode) => Layout;
  /** A value as the file would have it, in a place with that layout. */
  readonly print: (value: JsonValue, around: Layout) => string;
}

/** The style of a file, as it shows between the values: what stands in strings does not count. */
export function styleOf(tree: JsonTree): JsonStyle {
  const between = (start: number, end: number) => tree.text.slice(start, end);
  const lead = (container: JsonNode) => between(spanOf(tree, container).start + 1, spanOf(tree, container + 1).start);
  const isEmpty = (container: JsonNode) => behind(tree, container) === container + 1;
  const hasMembers = tree.size > 0 && kindOf(tree, 0) === kinds.object && !isEmpty(0);
  const broken = hasMembers ? lead(0).includes("\n") : true;
  const unit = hasMembers ? lastLine(lead(0)) || "  " : "  ";
  const lineBreak = hasMembers && lead(0).includes("\r\n") ? "\r\n" : "\n";
  const colon = hasMembers ? oneLine(between(spanOf(tree, 1).end, spanOf(tree, 2).start), ": ") : ": ";

  const layoutOf = (container: JsonNode): Layout => {
    const outer = indentation(tree, spanOf(tree, container).start);
    if (isEmpty(container)) return layout(broken, outer + unit, outer, lineBreak);
    const before = lead(container);
    const inner = before.includes("\n") ? lastLine(before) : outer;
    if (before.includes("\n")) return layout(true, inner, outer, lineBreak);
    const second = secondOf(tree, container);
    const separator = second === undefined ? ", " : oneLine(between(second.end, second.start), ", ");
    return { ...layout(false, inner, outer, lineBreak), separator };
  };
  const print = (value: JsonValue, around: Layout): string => {
    if (typeof value !== "object" || value === null) return JSON.stringify(value);
    const [open, close] = Array.isArray(value) ? "[]" : "{}";
    const within = layout(around.broken, around.inner + unit, around.inner, lineBreak);
    const parts = Array.isArray(value)
      ? value.map(item => print(item, within))
      : Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}${colon}${print(item, within)}`);
    if (parts.length === 0) return `${open}${close}`;
    if (!within.broken) return `${open}${parts.join(around.separator)}${close}`;
    return `${open}${lineBreak}${within.inner}${parts.join(within.separator)}${lineBreak}${within.outer}${close}`;
  };
  return { colon, layoutOf, print };
}

function layout(broken: boolean, inner: string, outer: string, lineBreak: string): Layout {
  return { broken, inner, outer, separator: broken ? `,${lineBreak}${inner}` : ", ", lineBreak };
}

/** Where the first value of a container ends and the second begins, members counting whole. */
function secondOf(tree: JsonTree, container: JsonNode): { readonly end: number; readonly start: number } | undefined {
  const first = kindOf(tree, container) === kinds.object ? container + 2 : container + 1;
  const second = behind(tree, first);
  if (second >= behind(tree, container)) return undefined;
  return { end: spanOf(tree, first).end, start: spanOf(tree, second).start };
}

/** The blanks at the start of the line of an offset. */
function indentation(tree: JsonTree, offset: number): string {
  let lineFeed = tree.text.lastIndexOf("\n", offset - 1);
  while (stringAt(tree, lineFeed) !== undefined) lineFeed = tree.text.lastIndexOf("\n", lineFeed - 1);
  return /^[ \t]*/.exec(tree.text.slice(lineFeed + 1, offset))?.[0] ?? "";
}

function lastLine(text: string): string {
  return text.slice(text.lastIndexOf("\n") + 1);
}

function oneLine(text: string, otherwise: string): string {
  return text.includes("\n") ? otherwise : text;
}
