import type { Span } from "../language/text.ts";
import type { ProvmapDocument } from "../model/document.ts";
import { rangeOf } from "./ranges.ts";
import { type TokenModifier, tokenModifiers, tokenTypes } from "./semanticTokenLegend.ts";
import { tokensOf } from "./tokens.ts";

/** The tokens of a document, or those that touch a part of it, as the five numbers each of LSP's `SemanticTokens.data`. */
export function semanticTokens(document: ProvmapDocument, within: Span = wholeOf(document)): number[] {
  const data: number[] = [];
  let before = { line: 0, character: 0 };
  for (const { span, type, modifiers } of tokensOf(document, within)) {
    const { start: place, end } = rangeOf(document, span);
    const isSameLine = place.line === before.line;
    data.push(
      place.line - before.line,
      place.character - (isSameLine ? before.character : 0),
      end.character - place.character,
      tokenTypes.indexOf(type),
      modifiers.reduce(withBit, 0),
    );
    before = place;
  }
  return data;
}

function wholeOf({ text }: ProvmapDocument): Span {
  return { start: 0, end: text.length };
}

function withBit(bits: number, modifier: TokenModifier): number {
  return bits | (1 << tokenModifiers.indexOf(modifier));
}

/** The one edit that makes the new numbers of the old ones; none where they are equal (LSP, `SemanticTokensDelta`). */
export function semanticTokensEdits(before: readonly number[], after: readonly number[]) {
  const limit = Math.min(before.length, after.length);
  let start = 0;
  while (start < limit && before[start] === after[start]) start++;
  let behind = 0;
  while (behind < limit - start && before.at(-1 - behind) === after.at(-1 - behind)) behind++;
  const deleteCount = before.length - behind - start;
  const data = after.slice(start, after.length - behind);
  return deleteCount === 0 && data.length === 0 ? [] : [{ start, deleteCount, data }];
}
