import * as l10n from "@vscode/l10n";
import {
  CloseParenthesis,
  Comma,
  Name,
  NumberText,
  OpenParenthesis,
  Operator,
  StringText,
} from "../expression/kinds.ts";
import { isAtOperand, readExpression } from "../expression/parser.ts";
import {
  endOfLast,
  isAhead,
  isAt,
  isSecond,
  peek,
  type Reader,
  report,
  reportMissing,
  take,
  takeIf,
  textOf,
} from "../expression/reader.ts";
import type { Expression } from "../expression/tree.ts";
import type { Span } from "../text.ts";
import { inFile, isBlockStart, isFilterStart, isName, isStatementStart, isWord, readName } from "./fileParser.ts";
import { Arrow } from "./kinds.ts";
import { readModifiers } from "./modifierParser.ts";
import * as nodes from "./nodes.ts";
import type {
  AttributeMappingStatement,
  ClauseStatement,
  MappingSourceNode,
  Name as NameNode,
  Property,
  PropertyValue,
} from "./tree.ts";

/** Reads `name: value, …`, where a name and a colon lie ahead. */
export function readProperty(reader: Reader): Property {
  const name = readName(reader);
  take(reader);
  const values: PropertyValue[] = isPropertyValue(reader) ? [readPropertyValue(reader)] : [];
  while (values.length > 0 && continuesProperty(reader)) {
    takeIf(reader, Comma);
    if (isPropertyValue(reader)) values.push(readPropertyValue(reader));
  }
  if (values.length === 0) reportMissing(reader, l10n.t`Write a value for '${name.text}'.`);
  return { kind: "Property", name, values, span: { start: name.span.start, end: endOfLast(reader) } };
}

function isPropertyValue(reader: Reader): boolean {
  if (isAt(reader, NumberText)) return true;
  return isName(reader) && !isStatementStart(reader) && !isFilterStart(reader) && !isBlockStart(reader);
}

/** A comma, or without one a secret, or a string that begins no statement. */
function continuesProperty(reader: Reader): boolean {
  return isAt(reader, Comma) || isSecret(reader) || (isAt(reader, StringText) && !isStatementStart(reader));
}

function isSecret(reader: Reader): boolean {
  return isSecond(reader, OpenParenthesis) && isWord(reader, "secret");
}

function readPropertyValue(reader: Reader): PropertyValue {
  if (isSecret(reader)) return readSecret(reader);
  const name = isAt(reader, NumberText) ? nodes.name(reader, take(reader)) : readName(reader);
  return { kind: "NameValue", name, span: name.span };
}

function readSecret(reader: Reader): PropertyValue {
  const { start } = take(reader);
  take(reader);
  const name = isName(reader) && !isStatementStart(reader) ? readName(reader) : undefined;
  const close = takeIf(reader, CloseParenthesis);
  if (name === undefined) reportMissing(reader, l10n.t('Write the name of the secret: secret("name").'));
  else if (close === undefined) reportMissing(reader, l10n.t("Close the parenthesis with ')'."));
  const end = endOfLast(reader);
  return { kind: "SecretValue", name: name ?? nodes.missingName(end), span: { start, end } };
}

/** Reads `attribute OPERATOR value`, where a name lies ahead. */
export function readClause(reader: Reader): ClauseStatement {
  const attribute = readName(reader);
  const { start } = peek(reader);
  const words = isClauseOperator(reader) ? readOperatorWords(reader) : [];
  const behind = endOfLast(reader);
  const value = isClauseValue(reader, words) ? readClauseValue(reader) : undefined;
  const end = endOfLast(reader);
  if (words.length === 0) reportMissing(reader, l10n.t`Write an operator and a value behind '${attribute.text}'.`);
  return {
    kind: "ClauseStatement",
    attribute,
    operator: { text: words.join(" "), span: words.length === 0 ? { start: end, end } : { start, end: behind } },
    ...(value === undefined ? {} : { value }),
    span: { start: attribute.span.start, end },
  };
}

const operatorStart = /^(?:not|equals|is|regex|greater_than|greater_than_or_equals|includes|ends_with|&|!&)$/i;

function isOperatorStart(reader: Reader, ahead: 1 | 2): boolean {
  return isAhead(reader, ahead, Name | Operator) && operatorStart.test(textOf(reader, peek(reader, ahead)));
}

/** A word is an operator, known or misspelt, unless one follows it. */
function isClauseOperator(reader: Reader): boolean {
  if (isAt(reader, Operator)) return true;
  return isAt(reader, Name) && (isOperatorStart(reader, 1) || !isOperatorStart(reader, 2));
}

function readOperatorWords(reader: Reader): readonly string[] {
  const words = [textOf(reader, take(reader))];
  if (isAhead(reader, 0, Operator)) return words;
  while (isAt(reader, Name) && continuesOperator(words, textOf(reader, peek(reader))))
    words.push(textOf(reader, take(reader)));
  return words;
}

function continuesOperator(words: readonly string[], next: string): boolean {
  const written = words.join(" ").toUpperCase();
  if (written === "NOT") return operatorStart.test(next);
  if (written === "IS") return /^(?:not|true|false|null)$/i.test(next);
  if (written === "IS NOT") return /^(?:null|true|false)$/i.test(next);
  return /^(?:NOT )?REGEX$/.test(written) && /^match$/i.test(next);
}

function isClauseValue(reader: Reader, words: readonly string[]): boolean {
  if (words.length === 0) return false;
  if (isAt(reader, NumberText)) return true;
  if (!isName(reader) || isOperatorStart(reader, 2)) return false;
  return !/^is$/i.test(words[0] ?? "") || isAt(reader, StringText);
}

function readClauseValue(reader: Reader): NameNode {
  return isAt(reader, NumberText) ? nodes.name(reader, take(reader)) : readName(reader);
}

/** Reads `target <- source modifier …`, where a name lies ahead. */
export function readAttributeMapping(reader: Reader): AttributeMappingStatement {
  const target = readName(reader);
  const arrow = takeIf(reader, Arrow) ?? missingArrow(reader, target);
  const written = readSource(reader);
  const modifiers = readModifiers(reader);
  const span = { start: target.span.start, end: endOfLast(reader) };
  const source = written ?? missingSource(reader, target, arrow);
  return { kind: "AttributeMappingStatement", target, arrow, source, modifiers, span };
}

function missingArrow(reader: Reader, { text, span }: NameNode): Span {
  reportMissing(reader, l10n.t`Write '<-' between '${text}' and its source.`);
  return { start: span.end, end: span.end };
}

function missingSource(reader: Reader, { text }: NameNode, arrow: Span): Expression {
  report(reader, l10n.t`Write what flows into '${text}': an attribute, a string, a function call or none.`, arrow);
  return { kind: "Missing", span: { start: arrow.end, end: arrow.end } };
}

function readSource(reader: Reader): MappingSourceNode | undefined {
  if (isWord(reader, "none") && !isSecond(reader, OpenParenthesis)) return { kind: "NoSource", span: take(reader) };
  return isAtOperand(reader, inFile) ? readExpression(reader, inFile) : undefined;
}
