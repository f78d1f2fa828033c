import type { CompletionItem } from "vscode-languageserver-types";
import { CompletionItemKind } from "vscode-languageserver-types";
import type { Parameter } from "../../functions/definition.ts";
import { findFunctionIgnoringCase, functions } from "../../functions/index.ts";
import { parameterIndex, parametersOf } from "../../functions/signature.ts";
import type { AttributeReference, Call, Expression, StringLiteral } from "../../language/expression/tree.ts";
import type { AttributeMappingStatement } from "../../language/provmap/tree.ts";
import { argumentIndex } from "../argumentIndex.ts";
import { rangeOf } from "../ranges.ts";
import { attributeItems, functionItem, item, type OfferedAttributes, valueItem } from "./items.ts";
import { type Place, wordSpan } from "./place.ts";

/** What may stand at a cursor in the source of an attribute mapping. */
export function expressionItems(
  place: Place,
  path: readonly Expression[],
  statement: AttributeMappingStatement,
  attributes: OfferedAttributes,
): CompletionItem[] {
  const { offset } = place;
  const innermost = path.at(-1);
  if (innermost?.kind === "AttributeReference" && offset > innermost.span.start && !isClosedBefore(place, innermost)) {
    return bracketedItems(place, innermost, attributes);
  }
  const parameter = parameterAtCursor(path, offset);
  if (innermost?.kind === "StringLiteral" && offset > innermost.span.start) {
    return wordsInString(place, innermost, parameter);
  }
  if (!mayBeginOperand(place, statement)) return [];
  const atRoot = offset <= firstOperandEnd(statement, place);
  return [...operandItems(place, attributes), ...wordItems(place, parameter), ...(atRoot ? rootItems(place) : [])];
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

/** The words that a parameter takes, in place of what stands between the quotes. */
function wordsInString({ document, offset }: Place, { span, raw }: StringLiteral, parameter: Parameter | undefined) {
  const closed = document.text.slice(span.start, span.end) === raw;
  if (closed && offset === span.end) return [];
  const range = rangeOf(document, { start: span.start + 1, end: closed ? span.end - 1 : offset });
  return (parameter?.words ?? []).map(word => valueItem(range, word, word, parameter?.summary));
}

/** An operand begins behind the arrow, a parenthesis, a comma or a comparison, and nowhere else. */
function mayBeginOperand({ document, offset }: Place, { arrow }: AttributeMappingStatement): boolean {
  const { text } = document;
  const before = text.slice(arrow.end, wordSpan(text, offset, /\w/).start).trimEnd();
  return before === "" || /[(,=<>]$/.test(before);
}

function firstOperandEnd({ arrow }: AttributeMappingStatement, { document: { text } }: Place): number {
  const blanks = /^\s*/.exec(text.slice(arrow.end))?.[0].length ?? 0;
  return wordSpan(text, arrow.end + blanks, /\w/).end;
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

/** The words that a parameter takes, bare or in quotes as its type asks for. */
function wordItems({ document, offset }: Place, parameter: Parameter | undefined): CompletionItem[] {
  const range = rangeOf(document, wordSpan(document.text, offset, /\w/));
  const write = (word: string) => (parameter?.type === "text" ? `"${word}"` : word);
  return (parameter?.words ?? []).map(word => valueItem(range, word, write(word), parameter?.summary));
}

/** What may be the whole source but no operand. */
function rootItems({ document, offset }: Place): CompletionItem[] {
  const range = rangeOf(document, wordSpan(document.text, offset, /\w/));
  return [
    item(range, {
      label: "none",
      kind: CompletionItemKind.Keyword,
      documentation: "No source: only the default value flows, when the object is created.",
    }),
    item(range, {
      label: '"…"',
      kind: CompletionItemKind.Value,
      detail: "constant",
      documentation: "The same text for every object.",
      snippet: '"$1"',
    }),
  ];
}

/** The parameter whose argument the cursor is in. */
function parameterAtCursor(path: readonly Expression[], offset: number): Parameter | undefined {
  const call = path.findLast((node): node is Call => node.kind === "Call" && node.open.end <= offset);
  const definition = call && findFunctionIgnoringCase(call.name.text);
  if (call === undefined || definition === undefined) return undefined;
  const index = parameterIndex(definition, argumentIndex(call, offset));
  return index === undefined ? undefined : parametersOf(definition)[index];
}
