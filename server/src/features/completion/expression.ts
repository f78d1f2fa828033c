import * as l10n from "@vscode/l10n";
import type { CompletionItem } from "vscode-languageserver-types";
import { findDocumentedFunction } from "../../functions/documentedFunctions.ts";
import { functions } from "../../functions/index.ts";
import { parameterIndex, parametersOf } from "../../functions/signature.ts";
import { quote } from "../../language/expression/print.ts";
import {
  type AttributeReference,
  type Call,
  type Expression,
  type StringLiteral,
  writtenString,
} from "../../language/expression/tree.ts";
import { argumentFor } from "../../validation/calls.ts";
import { argumentIndex } from "../argumentIndex.ts";
import type { Cursor } from "../cursor.ts";
import { completionItemKinds } from "../protocolKinds.ts";
import { rangeOf } from "../ranges.ts";
import { attributeItems, functionItem, item, type OfferedAttributes, valueItem } from "./items.ts";
import { type Place, wordSpan } from "./place.ts";
import { groupsOf, isBareIn, type Suggestion, suggestionsFor } from "./suggestions.ts";

type Source = Extract<Cursor, { kind: "Source" }>;

/** What may stand at a cursor in the source of an attribute mapping. */
export function expressionItems(place: Place, source: Source, attributes: OfferedAttributes): CompletionItem[] {
  const { offset } = place;
  const { path } = source;
  const innermost = path.at(-1);
  if (innermost?.kind === "AttributeReference" && offset > innermost.span.start && !isClosedBefore(place, innermost)) {
    return bracketedItems(place, innermost, attributes);
  }
  const suggestions = suggestionsAt(path, offset);
  if (innermost?.kind === "StringLiteral" && offset > innermost.span.start) {
    return [...itemsInString(place, innermost, suggestions), ...groupItems(place, path)];
  }
  if (!mayBeginOperand(place, source)) return [];
  const atRoot = offset <= firstOperandEnd(source, place);
  return [
    ...operandItems(place, attributes),
    ...suggestedItems(place, suggestions),
    ...(atRoot ? rootItems(place) : []),
  ];
}

function isClosedBefore({ document, offset }: Place, { span }: AttributeReference): boolean {
  return offset === span.end && document.text[span.end - 1] === "]";
}

/** Attribute names between brackets; the closing bracket is added where it lacks. */
function bracketedItems({ document, offset }: Place, { span }: AttributeReference, attributes: OfferedAttributes) {
  const { text } = document;
  const closed = text[span.end - 1] === "]" && span.end > span.start + 1;
  const end = closed ? span.end - 1 : wordSpan(text, offset, /[\w$.:-]/).end;
  const range = rangeOf(document, { start: span.start + 1, end });
  return attributeItems(range, attributes, name => (closed ? name : `${name}]`)).map(filteredByLabel);
}

/** What a parameter takes, in place of what stands between the quotes. */
function itemsInString({ document, offset }: Place, literal: StringLiteral, { suggestions }: Suggestions) {
  const { span } = literal;
  const closed = document.text.slice(span.start, span.end) === writtenString(literal);
  if (closed && offset === span.end) return [];
  const range = rangeOf(document, { start: span.start + 1, end: closed ? span.end - 1 : offset });
  return suggestions.map(({ text, detail }) => valueItem(range, text, text, detail));
}

/** Behind `$` or `${` in a replacement the groups of the pattern. */
function groupItems({ document, offset }: Place, path: readonly Expression[]): CompletionItem[] {
  const call = callAround(path, offset);
  const literal = path.at(-1);
  if (call === undefined || literal === undefined || argumentFor(call, "replacementValue") !== literal) return [];
  const [begun] = /\$(?:\{\w*)?$/.exec(document.text.slice(literal.span.start, offset)) ?? [];
  if (begun === undefined) return [];
  const [rest = ""] = /^\w*\}?/.exec(document.text.slice(offset)) ?? [];
  const range = rangeOf(document, { start: offset - begun.length, end: offset + rest.length });
  return groupsOf(call).map(name => ({
    ...valueItem(range, name, `\${${name}}`, l10n.t("group of the pattern")),
    filterText: `\${${name}}`,
  }));
}

/** An operand begins where the source does, behind a parenthesis, a comma or a comparison, and nowhere else. */
function mayBeginOperand({ document, offset }: Place, { start }: Source): boolean {
  const { text } = document;
  const before = text.slice(start, wordSpan(text, offset, /\w/).start).trimEnd();
  return before === "" || /[(,=<>]$/.test(before);
}

function firstOperandEnd({ start }: Source, { document: { text } }: Place): number {
  const blanks = /^\s*/.exec(text.slice(start))?.[0].length ?? 0;
  return wordSpan(text, start + blanks, /\w/).end;
}

function operandItems({ document, offset }: Place, attributes: OfferedAttributes): CompletionItem[] {
  const word = wordSpan(document.text, offset, /\w/);
  const range = rangeOf(document, word);
  const isCalled = /^[ \t]*\(/.test(document.text.slice(word.end, word.end + 80));
  const calls = functions.map(definition => functionItem(range, definition, isCalled));
  if (isCalled) return calls;
  return [...calls, ...attributeItems(range, attributes, name => `[${name}]`).map(filteredByLabel)];
}

/** The brackets of an attribute are not typed before its name. */
function filteredByLabel(proposed: CompletionItem): CompletionItem {
  return { ...proposed, filterText: proposed.label };
}

/** What a parameter takes, bare or in quotes as the function's examples have it. */
function suggestedItems({ document, offset }: Place, { isBare, suggestions }: Suggestions): CompletionItem[] {
  const range = rangeOf(document, wordSpan(document.text, offset, /\w/));
  return suggestions.map(({ text, detail }) => valueItem(range, text, isBare ? text : quote(text), detail));
}

/** What may be the whole source but no operand. */
function rootItems({ document, offset }: Place): CompletionItem[] {
  const range = rangeOf(document, wordSpan(document.text, offset, /\w/));
  const none = item(range, {
    label: "none",
    kind: completionItemKinds.Keyword,
    documentation: l10n.t("No source: only the default value flows, when the object is created."),
  });
  const constant = item(range, {
    label: '"…"',
    kind: completionItemKinds.Value,
    detail: l10n.t("constant"),
    documentation: l10n.t("The same text for every object."),
    snippet: '"$1"',
  });
  return document.language === "provmap" ? [none, constant] : [constant];
}

interface Suggestions {
  readonly isBare: boolean;
  readonly suggestions: readonly Suggestion[];
}

const noSuggestions: Suggestions = { isBare: false, suggestions: [] };

/** What the parameter takes whose argument the cursor is in. */
function suggestionsAt(path: readonly Expression[], offset: number): Suggestions {
  const call = callAround(path, offset);
  const definition = call && findDocumentedFunction(call.name);
  if (call === undefined || definition === undefined) return noSuggestions;
  const parameter = parametersOf(definition)[parameterIndex(definition, argumentIndex(call, offset)) ?? -1];
  if (parameter === undefined) return noSuggestions;
  return { isBare: isBareIn(definition, parameter), suggestions: suggestionsFor(parameter, call) };
}

/** The call between whose parentheses the cursor is. */
function callAround(path: readonly Expression[], offset: number): Call | undefined {
  return path.findLast((node): node is Call => node.kind === "Call" && node.open <= offset);
}
