import { statements } from "../language/provmap/statements.ts";
import type { ProvmapFile } from "../language/provmap/tree.ts";
import { lastNotBehind, type Span, type Word } from "../language/text.ts";
import type { Suppression } from "./configuration.ts";

/**
 * The comments that turn rules off. `// mapwright-disable-next-line code, code` speaks of the statement behind it, or of
 * the head of a block; `// mapwright-disable code` above the first block speaks of the whole file. What stands behind
 * the codes is a reason, for people.
 */
export function readSuppressions(file: ProvmapFile): readonly Suppression[] {
  const directives = file.comments.flatMap(directiveOf);
  if (directives.length === 0) return [];
  const places = statements(file).toSorted((left, right) => left.start - right.start);
  const starts = places.map(({ start }) => start);
  const behind = (offset: number) => places[lastNotBehind(starts, offset - 1) + 1];
  return directives.map(directive => {
    const scope = scopeOf(directive, file, behind);
    return { ...directive, ...(scope && { scope }) };
  });
}

type Directive = Omit<Suppression, "scope">;

const form = /^\/\/\s*(mapwright-[\w-]*)\s*(?:([\w-]+)((?:\s*,\s*[\w-]+)*))?/d;

function directiveOf({ text, span }: Word): readonly Directive[] {
  const match = form.exec(text);
  const name = wordAt(match?.indices?.[1], text, span.start);
  if (name === undefined) return [];
  const [first, end] = [match?.indices?.[2]?.[0], match?.indices?.[3]?.[1]];
  const codes = first === undefined ? [] : codesIn(text.slice(first, end), span.start + first);
  return [{ name, codes, span }];
}

function wordAt(indices: readonly [number, number] | undefined, text: string, start: number): Word | undefined {
  if (indices === undefined) return undefined;
  return { text: text.slice(...indices), span: { start: start + indices[0], end: start + indices[1] } };
}

function codesIn(list: string, start: number): readonly Word[] {
  return [...list.matchAll(/[\w-]+/g)].map(({ 0: text, index }) => ({
    text,
    span: { start: start + index, end: start + index + text.length },
  }));
}

function scopeOf(
  { name, span }: Directive,
  file: ProvmapFile,
  behind: (offset: number) => Span | undefined,
): Span | undefined {
  const isAtTop = !(span.start > (file.blocks[0]?.span.start ?? span.start));
  if (name.text === "mapwright-disable") return isAtTop ? file.span : undefined;
  if (name.text !== "mapwright-disable-next-line") return undefined;
  return behind(span.end);
}
