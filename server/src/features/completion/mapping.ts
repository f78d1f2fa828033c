import * as l10n from "@vscode/l10n";
import type { CompletionItem } from "vscode-languageserver-types";
import type { AttributeFact } from "../../catalogue/attribute.ts";
import { findOperator, operators } from "../../catalogue/operators.ts";
import { modifiers } from "../../catalogue/properties.ts";
import type { AttributeMappingStatement, ClauseStatement, MappingBlock } from "../../language/provmap/tree.ts";
import { writeName } from "../../language/provmap/writeName.ts";
import { touches } from "../../language/text.ts";
import type { ObjectMapping } from "../../model/configuration.ts";
import { mappingOf } from "../cursorAt.ts";
import { completionItemKinds } from "../protocolKinds.ts";
import { rangeOf } from "../ranges.ts";
import { attributeItems, item, offeredAttributes, operatorItem, wordItem } from "./items.ts";
import { type Place, replacing } from "./place.ts";
import { stop } from "./snippet.ts";

/** The target attributes that no attribute mapping writes yet, with an arrow unless the statement has one. */
export function targetItems(
  place: Place,
  block: MappingBlock,
  statement?: AttributeMappingStatement,
): CompletionItem[] {
  const mapping = mappingOf(place.document, block);
  const range = replacing(place, statement?.target.span);
  const arrow = hasArrow(place, statement) ? "" : " <- ";
  const written = new Set(mapping?.attributeMappings.map(({ target }) => target.text));
  const isDue = ({ name, mutability }: AttributeFact) =>
    mutability !== "ReadOnly" && (!written.has(name) || name === statement?.target.text);
  const { facts, ...origin } = offeredAttributes(place.document, mapping, "target");
  return attributeItems(range, { ...origin, facts: facts.filter(isDue) }, name => `${writeName(name)}${arrow}`);
}

function hasArrow({ document }: Place, statement: AttributeMappingStatement | undefined): boolean {
  return statement !== undefined && document.text.slice(statement.arrow.start, statement.arrow.end) === "<-";
}

/** A new filter of a mapping. */
export function filterItem(place: Place): CompletionItem {
  return item(replacing(place), {
    label: "filter",
    kind: completionItemKinds.Snippet,
    documentation: l10n.t("A scoping filter: its clauses are joined by AND, the filters of a mapping by OR."),
    snippet: `filter "${stop(1, "name")}" {\n  $0\n}`,
  });
}

/** The modifiers that a statement does not have yet, behind a blank or in place of one that is being typed. */
export function modifierItems(
  place: Place,
  block: MappingBlock,
  statement: AttributeMappingStatement,
): CompletionItem[] {
  const { document, offset } = place;
  const behindSource = document.text.slice(statement.source.span.end, offset);
  if (/(?:match|default)\s*$/.test(behindSource)) return [];
  const typed = typedModifier(behindSource);
  if (typed === "" && !/\s$/.test(behindSource)) return [];
  const start = offset - typed.length;
  const written = statement.modifiers
    .filter(({ span }) => span.start < start)
    .map(({ span }) => firstWord(document.text.slice(span.start, span.end)));
  const range = rangeOf(document, { start, end: offset });
  return modifiers
    .filter(({ word }) => !written.includes(firstWord(word)))
    .map(fact => wordItem(range, fact, modifierSnippet(fact.word, mappingOf(document, block))));
}

/** The last one or two words, if a modifier begins so. */
function typedModifier(text: string): string {
  const candidates = [/(?<=\s)[a-z]+ +[a-z]*$/i, /(?<=\s)[a-z]+$/i].map(pattern => pattern.exec(text)?.[0] ?? "");
  return candidates.find(typed => typed !== "" && modifiers.some(({ word }) => word.startsWith(typed))) ?? "";
}

function firstWord(text: string): string {
  return /^\w*/.exec(text)?.[0] ?? "";
}

/** What stands behind the word: of `match` the first precedence behind those that are taken. */
function modifierSnippet(word: string, mapping: ObjectMapping | undefined): string | undefined {
  if (word === "default") return 'default "$1"';
  if (word !== "match") return undefined;
  const taken = mapping?.attributeMappings.map(({ matchingPrecedence }) => matchingPrecedence ?? 0) ?? [];
  return `match ${stop(1, `${Math.max(0, ...taken) + 1}`)}`;
}

/** The source attributes, to begin a clause with. */
export function clauseAttributeItems(place: Place, block: MappingBlock, clause?: ClauseStatement): CompletionItem[] {
  const range = replacing(place, clause?.attribute.span);
  const { document } = place;
  return attributeItems(range, offeredAttributes(document, mappingOf(document, block), "source"), writeName);
}

/** What may stand at a cursor in a clause: its attribute, or behind that the operators of the attribute's type. */
export function clauseItems(place: Place, block: MappingBlock, clause: ClauseStatement): CompletionItem[] {
  const { document, offset } = place;
  const { attribute, operator, value } = clause;
  if (touches(attribute.span, offset)) return clauseAttributeItems(place, block, clause);
  const known = findOperator(operator.text);
  const isBehindOperator = operator.text !== "" && offset > operator.span.end;
  if ((known !== undefined && isBehindOperator) || (value !== undefined && offset >= value.span.start)) return [];
  const type = mappingOf(document, block)?.sourceAttributes.byName.get(attribute.text)?.type;
  const start = operator.text === "" ? offset : Math.min(operator.span.start, offset);
  const range = rangeOf(document, { start, end: Math.max(offset, operator.text === "" ? offset : operator.span.end) });
  return operators
    .filter(({ types }) => type === undefined || types.includes(type))
    .map(fact => operatorItem(range, fact, value !== undefined));
}
