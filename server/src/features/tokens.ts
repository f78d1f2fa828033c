import { findFunctionIgnoringCase } from "../functions/index.ts";
import { nameOf } from "../language/expression/tree.ts";
import { children, type Node } from "../language/provmap/path.ts";
import type { FilterBlock, Name } from "../language/provmap/tree.ts";
import type { Span } from "../language/text.ts";
import type { Configuration } from "../model/configuration.ts";
import type { ProvmapDocument } from "../model/document.ts";
import { eachPattern } from "../validation/patterns.ts";
import { walk } from "../validation/walk.ts";
import type { TokenModifier, TokenType } from "./semanticTokenLegend.ts";

/** A piece of one line, and what it is. */
export interface Token {
  readonly span: Span;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

/**
 * What the meaning of a text tells of its words, in their order, as far as they touch `within`: keywords where they are
 * keywords, names by what they name, functions that exist, operators, regular expressions. Punctuation, plain values and
 * comments are left to the grammar.
 */
export function tokensOf(document: ProvmapDocument, within: Span): readonly Token[] {
  const { language, file, text } = document;
  const configuration = reduced(document.configuration, within);
  const tokens: Token[] = [];
  if (language === "provmap") addNode(file, text, within, tokens);
  else addMappings(configuration, text, within, tokens);
  walk(configuration, [eachPattern(({ span }) => tokens.push(token(span, "regexp")))]);
  return tokens
    .filter(({ span }) => span.start < span.end && meet(span, within) && isOnOneLine(text, span))
    .sort((first, second) => first.span.start - second.span.start);
}

function meet(first: Span, second: Span): boolean {
  return first.start < second.end && second.start < first.end;
}

function isOnOneLine(text: string, { start, end }: Span): boolean {
  return !/[\r\n]/.test(text.slice(start, end));
}

/** The mappings with those attribute mappings alone that touch a span. */
function reduced(configuration: Configuration, within: Span): Configuration {
  const mappings = configuration.mappings.map(mapping => ({
    ...mapping,
    attributeMappings: mapping.attributeMappings.filter(({ span }) => meet(span, within)),
  }));
  return { ...configuration, mappings };
}

function token(span: Span, type: TokenType, ...modifiers: TokenModifier[]): Token {
  return { span, type, modifiers };
}

function addNode(node: Node, text: string, within: Span, tokens: Token[]): void {
  if (!meet(node.span, within)) return;
  tokens.push(...own(node, text));
  for (const child of children(node)) addNode(child, text, within, tokens);
}

/** In a Graph schema: the expressions, the attributes that they flow into, and the clauses. */
function addMappings({ mappings }: Configuration, text: string, within: Span, tokens: Token[]): void {
  for (const { filters, attributeMappings } of mappings) {
    for (const { attribute, operator } of filters.flatMap(({ clauses }) => clauses))
      tokens.push(token(attribute.span, "variable"), ...words(operator.span, text, "operator"));
    for (const { target, source } of attributeMappings) {
      tokens.push(token(target.span, "property", "modification"));
      if ("expression" in source) addNode(source.expression, text, within, tokens);
    }
  }
}

function own(node: Node, text: string): readonly Token[] {
  switch (node.kind) {
    case "ApplicationBlock":
      return [token(node.keyword.span, "keyword"), token(node.name.span, "namespace", "declaration")];
    case "MappingBlock":
      return [token(node.keyword.span, "keyword"), token(node.name.span, "class", "declaration")];
    case "TestBlock":
      return [token(node.keyword.span, "keyword"), token(node.name.span, "event", "declaration")];
    case "FilterBlock":
      return filterHead(node, text);
    case "AttributesBlock":
      return [
        token(node.keyword.span, "keyword"),
        token(node.side.span, "modifier"),
        token(node.object.span, "namespace", "declaration"),
      ];
    case "ExpectBlock":
      return [...words(node.span, text).slice(0, 1), { span: node.action.span, type: "enumMember", modifiers: [] }];
    case "AttributeDeclaration":
      return [
        ...path(node.name, "property", "declaration"),
        token(node.type.span, "type"),
        ...node.flags.map(flag => token(flag.span, "modifier")),
      ];
    default:
      return inStatement(node, text);
  }
}

function inStatement(node: Node, text: string): readonly Token[] {
  switch (node.kind) {
    case "Property":
    case "TestEntry":
    case "ObjectMember":
      return path(node.name, "property");
    case "ClauseStatement":
      return [...path(node.attribute, "variable"), ...words(node.operator.span, text, "operator")];
    case "AttributeMappingStatement":
      return path(node.target, "property", "modification");
    case "MatchModifier":
    case "DefaultModifier":
      return words(node.span, text, "decorator").slice(0, 1);
    case "FlagModifier":
      return words(node.span, text, "decorator");
    case "AttributeReference":
      return path({ ...nameOf(node), quoted: false }, "variable");
    case "Call":
      return findFunctionIgnoringCase(node.name) ? [token(nameOf(node).span, "function", "defaultLibrary")] : [];
    default:
      return [];
  }
}

/** `input filter "name"`: the group, the keyword and the name. */
function filterHead({ span, name, group, open }: FilterBlock, text: string): readonly Token[] {
  const end = Math.min(name.span.start, open?.start ?? name.span.start);
  const head = words({ start: span.start, end }, text);
  const named = token(name.span, "interface", "declaration");
  const [first, ...rest] = head;
  return group === "scoping" || first === undefined
    ? [...head, named]
    : [{ ...first, type: "modifier" }, ...rest, named];
}

/** Each word of a span by itself: they may stand on several lines. */
function words(span: Span, text: string, type: TokenType = "keyword"): readonly Token[] {
  return [...text.slice(span.start, span.end).matchAll(/\S+/g)].map(({ 0: word, index }) =>
    token({ start: span.start + index, end: span.start + index + word.length }, type),
  );
}

/** The parts of a bare name: the namespace of a URN, and what stands outside the brackets of a value path. */
function path({ quoted, text, span }: Name, type: TokenType, ...modifiers: TokenModifier[]): readonly Token[] {
  if (quoted) return [];
  if (!/^urn:|\[/.test(text)) return [token(span, type, ...modifiers)];
  return [...text.matchAll(/(?<namespace>^urn:[^[\]]*:)|\[[^\]]*\]|[^[]+/g)]
    .filter(({ 0: part }) => !part.startsWith("["))
    .map(({ 0: part, index, groups }) => {
      const at = { start: span.start + index, end: span.start + index + part.length };
      return groups?.namespace === undefined ? token(at, type, ...modifiers) : token(at, "namespace");
    });
}
