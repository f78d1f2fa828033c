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
import * as literals from "../expression/literals.ts";
import { isAtOperand, readExpression } from "../expression/parser.ts";
import { endOfLast, isAt, peek, type Reader, report, reportMissing, take, takeIf } from "../expression/reader.ts";
import type { Token } from "../expression/scan.ts";
import type { Expression } from "../expression/tree.ts";
import type { Word } from "../text.ts";
import {
  inFile,
  isBlockStart,
  isFilterStart,
  isModifierStart,
  isName,
  isStatementStart,
  isWord,
  modifierWords,
  readName,
} from "./fileParser.ts";
import { Arrow } from "./kinds.ts";
import * as nodes from "./nodes.ts";
import type {
  AttributeMappingStatement,
  ClauseStatement,
  MappingSourceNode,
  Modifier,
  Name as NameNode,
  Property,
  PropertyValue,
} from "./tree.ts";

/** Reads `name: value, …`, where a name and a colon lie ahead. */
export function readProperty(reader: Reader): Property {
  const name = readName(reader);
  take(reader);
  const values: PropertyValue[] = [];
  if (isPropertyValue(reader)) {
    values.push(readPropertyValue(reader));
    while (continuesProperty(reader)) {
      takeIf(reader, Comma);
      if (isPropertyValue(reader)) values.push(readPropertyValue(reader));
    }
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
  return isAt(reader, OpenParenthesis, 2) && isWord(reader, "secret");
}

function readPropertyValue(reader: Reader): PropertyValue {
  if (isSecret(reader)) return readSecret(reader);
  const name = isAt(reader, NumberText) ? nodes.name(take(reader)) : readName(reader);
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
  const words = isClauseOperator(reader) ? readOperatorWords(reader) : [];
  const value = isClauseValue(reader, words) ? readClauseValue(reader) : undefined;
  const end = endOfLast(reader);
  if (words.length === 0) reportMissing(reader, l10n.t`Write an operator and a value behind '${attribute.text}'.`);
  return {
    kind: "ClauseStatement",
    attribute,
    operator: operatorOf(words, end),
    ...(value === undefined ? {} : { value }),
    span: { start: attribute.span.start, end },
  };
}

const operatorStart = /^(?:not|equals|is|regex|greater_than|greater_than_or_equals|includes|ends_with|&|!&)$/i;

function isOperatorStart(reader: Reader, ahead: number): boolean {
  return isAt(reader, Name | Operator, ahead) && operatorStart.test(peek(reader, ahead).text);
}

/** A word is an operator, known or misspelt, unless one follows it. */
function isClauseOperator(reader: Reader): boolean {
  if (isAt(reader, Operator)) return true;
  return isAt(reader, Name) && (isOperatorStart(reader, 1) || !isOperatorStart(reader, 2));
}

function readOperatorWords(reader: Reader): readonly Token[] {
  const words = [take(reader)];
  if (isAt(reader, Operator, 0)) return words;
  while (isAt(reader, Name) && continuesOperator(words, peek(reader).text)) words.push(take(reader));
  return words;
}

function continuesOperator(words: readonly Token[], next: string): boolean {
  const written = words.map(word => word.text.toUpperCase()).join(" ");
  if (written === "NOT") return operatorStart.test(next);
  if (written === "IS") return /^(?:not|true|false|null)$/i.test(next);
  if (written === "IS NOT") return /^(?:null|true|false)$/i.test(next);
  return /^(?:NOT )?REGEX$/.test(written) && /^match$/i.test(next);
}

function isClauseValue(reader: Reader, words: readonly Token[]): boolean {
  if (words.length === 0) return false;
  if (isAt(reader, NumberText)) return true;
  if (!isName(reader) || isOperatorStart(reader, 2)) return false;
  return !/^is$/i.test(words[0]?.text ?? "") || isAt(reader, StringText);
}

function readClauseValue(reader: Reader): NameNode {
  return isAt(reader, NumberText) ? nodes.name(take(reader)) : readName(reader);
}

/** The words as one operator; an empty one at `end` where there are none. */
function operatorOf(words: readonly Token[], end: number): Word {
  const first = words[0];
  const last = words.at(-1);
  if (first === undefined || last === undefined) return { text: "", span: { start: end, end } };
  return {
    text: words.map(word => word.text).join(" "),
    span: { start: first.start, end: literals.spanOf(last).end },
  };
}

/** Reads `target <- source modifier …`, where a name lies ahead. */
export function readAttributeMapping(reader: Reader): AttributeMappingStatement {
  const target = readName(reader);
  const arrow = takeIf(reader, Arrow);
  if (arrow === undefined) reportMissing(reader, l10n.t`Write '<-' between '${target.text}' and its source.`);
  const hasSource = isWord(reader, "none") || isAtOperand(reader, inFile);
  const source = hasSource ? readSource(reader) : undefined;
  const modifiers: Modifier[] = [];
  while (isModifierStart(reader)) modifiers.push(readModifier(reader));
  const arrowSpan = arrow === undefined ? { start: target.span.end, end: target.span.end } : literals.spanOf(arrow);
  if (source === undefined) {
    report(
      reader,
      l10n.t`Write what flows into '${target.text}': an attribute, a string, a function call or none.`,
      arrowSpan,
    );
  }
  const missing: Expression = { kind: "Missing", span: { start: arrowSpan.end, end: arrowSpan.end } };
  const span = { start: target.span.start, end: endOfLast(reader) };
  return { kind: "AttributeMappingStatement", target, arrow: arrowSpan, source: source ?? missing, modifiers, span };
}

function readSource(reader: Reader): MappingSourceNode {
  if (isWord(reader, "none") && !isAt(reader, OpenParenthesis, 2))
    return { kind: "NoSource", span: literals.spanOf(take(reader)) };
  return readExpression(reader, inFile);
}

function readModifier(reader: Reader): Modifier {
  const word = take(reader);
  const hasArgument = modifierWords[word.text]?.test(peek(reader).text) === true;
  return modifierNode(reader, word, hasArgument ? take(reader) : undefined);
}

function modifierNode(reader: Reader, word: Token, argument: Token | undefined): Modifier {
  const span = { start: word.start, end: endOfLast(reader) };
  if (word.text === "match") {
    if (argument === undefined) reportMissing(reader, l10n.t("Write a matching precedence behind 'match': match 1."));
    return { kind: "MatchModifier", ...(argument === undefined ? {} : { precedence: literals.word(argument) }), span };
  }
  if (word.text === "default") {
    if (argument === undefined) reportMissing(reader, l10n.t("Write a string behind 'default': default \"value\"."));
    else if (!nodes.isWholeString(argument))
      report(reader, l10n.t("Close the string with straight quotes: '\"'."), literals.spanOf(argument));
    return { kind: "DefaultModifier", ...(argument === undefined ? {} : { value: literals.string(argument) }), span };
  }
  const flag = ({ on: "on create", add: "add values", flow: "flow always" } as const)[
    word.text as "on" | "add" | "flow"
  ];
  if (argument === undefined) reportMissing(reader, l10n.t`Write '${flag}'.`);
  return { kind: "FlagModifier", flag, span };
}
