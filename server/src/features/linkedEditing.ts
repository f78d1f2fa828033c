import type { Range } from "vscode-languageserver-types";
import type { ProvmapDocument } from "../model/document.ts";
import { occurrenceAt } from "./occurrences.ts";
import { rangeOf } from "./ranges.ts";
import { sameThing } from "./sameThing.ts";

/** Ranges of equal text that are typed in as one (LSP, `LinkedEditingRanges`). */
export interface LinkedRanges {
  readonly ranges: Range[];
  /** What the text may become. */
  readonly wordPattern: string;
}

/**
 * While the name of a mapping is typed where the mapping stands, the tests that name it follow. Nowhere else: what is typed
 * in a test, or between the brackets of an attribute, chooses another thing.
 */
export function linkedEditing(document: ProvmapDocument, offset: number): LinkedRanges | undefined {
  const named = occurrenceAt(document, offset);
  if (named?.kind !== "mapping" || named.role !== "declaration") return undefined;
  const spans = sameThing(document, offset, [document]).map(({ occurrence }) => occurrence.span);
  const isPlain = spans.every(({ start, end }) => document.text.slice(start, end) === `"${named.name}"`);
  if (spans.length < 2 || !isPlain) return undefined;
  return {
    ranges: spans.map(({ start, end }) => rangeOf(document, { start: start + 1, end: end - 1 })),
    wordPattern: '[^"\\\\\\r\\n]*',
  };
}
