import * as l10n from "@vscode/l10n";
import { parseExpression } from "../../language/expression/parse.ts";
import { printExpression } from "../../language/expression/print.ts";
import type { Expression } from "../../language/expression/tree.ts";
import {
  elements,
  type JsonNode,
  type JsonTree,
  member,
  members,
  membersNamed,
  objects,
  spanOf,
  stringOf,
} from "../../language/graph/json.ts";
import type { SourceNode } from "../../language/graph/tree.ts";
import type { Span, Word } from "../../language/text.ts";
import { meantWord, sourceType } from "./enumerations.ts";
import { withJobSettings } from "./jobSettings.ts";
import { type SourceTree, sourceTree } from "./sourceTree.ts";

/** Where the tree of a source first says something else than its expression. */
export interface Disagreement {
  readonly span: Span;
  /** What stands there, and what the expression says. */
  readonly message: string;
}

/**
 * Compares `name`, `type` and `parameters` of a source with its expression. The keys of parameters are not compared:
 * Graph's are not known for every function.
 */
export function disagreement(json: JsonTree, source: SourceNode, expression: Expression): Disagreement | undefined {
  return compare(json, source.node, sourceTree(expression), true);
}

function compare(json: JsonTree, node: JsonNode, expected: SourceTree, isOutermost = false): Disagreement | undefined {
  const [type, name, text, parameters] = membersNamed(json, node, ["type", "name", "expression", "parameters"]);
  return (
    compareType(stringOf(json, type), expected) ??
    compareName(stringOf(json, name), expected) ??
    compareText(json, node, isOutermost ? undefined : stringOf(json, text), expected) ??
    compareParameters(json, node, parameters, expected)
  );
}

function compareType(type: Word | undefined, expected: SourceTree): Disagreement | undefined {
  const isSame = type === undefined || (meantWord(sourceType, type.text) ?? expected.type) === expected.type;
  return isSame ? undefined : different(type, expected.type);
}

function compareName(name: Word | undefined, expected: SourceTree): Disagreement | undefined {
  return name === undefined || isSameName(name.text, expected) ? undefined : different(name, expected.name);
}

function compareText(
  json: JsonTree,
  node: JsonNode,
  text: Word | undefined,
  expected: SourceTree,
): Disagreement | undefined {
  const isSame = text === undefined || isSameExpression(json, node, text.text, expected);
  return isSame ? undefined : different(text, expected.expression ?? expected.name);
}

/** Function names differ in case without harm to what is meant; a job parameter may stand without its signs. */
function isSameName(written: string, { name, type }: SourceTree): boolean {
  if (type === "Function") return written.toLowerCase() === name.toLowerCase();
  return written === name || `%${written}%` === name;
}

/** A constant may stand bare or quoted; blanks do not count. */
function isSameExpression(json: JsonTree, node: JsonNode, written: string, tree: SourceTree): boolean {
  const { expression, name, type } = tree;
  if (written === expression || (type === "Constant" && written === name)) return true;
  const read = withJobSettings(parseExpression(written).expression, json, node);
  return printExpression(read).toLowerCase() === (expression ?? name).toLowerCase();
}

function compareParameters(
  json: JsonTree,
  node: JsonNode,
  list: JsonNode | undefined,
  { parameters }: SourceTree,
): Disagreement | undefined {
  const written = objects(json, list);
  if (written.length !== parameters.length) {
    const span = nameSpan(json, node, list);
    const message = l10n.t`Here the parameters are ${elements(json, list).length}, in the expression ${parameters.length}: one was changed without the other.`;
    return { span, message };
  }
  for (const [index, { value }] of parameters.entries()) {
    const found = member(json, written[index], "value");
    const different = found === undefined ? undefined : compare(json, found, value);
    if (different !== undefined) return different;
  }
  return undefined;
}

/** The name of a member, for one that may be many lines long; the first character of the object where it has no such member. */
function nameSpan(json: JsonTree, object: JsonNode, value: JsonNode | undefined): Span {
  const found = members(json, object).find(member => member.value === value);
  if (found !== undefined) return spanOf(json, found.name);
  const { start } = spanOf(json, object);
  return { start, end: start + 1 };
}

function different({ text, span }: Word, expected: string): Disagreement {
  const message = l10n.t`Here stands '${text}', in the expression '${expected}': one was changed without the other.`;
  return { span, message };
}
