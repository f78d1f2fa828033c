import { parseExpression } from "../../language/expression/parse.ts";
import { printExpression } from "../../language/expression/print.ts";
import type { Expression } from "../../language/expression/tree.ts";
import {
  elements,
  type JsonNode,
  type JsonTree,
  member,
  objects,
  spanOf,
  stringOf,
} from "../../language/graph/json.ts";
import type { SourceNode } from "../../language/graph/tree.ts";
import type { Span, Word } from "../../language/text.ts";
import { meantWord, sourceType } from "./enumerations.ts";
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
  return (
    compareType(json, node, expected) ??
    compareText(json, node, expected, isOutermost) ??
    compareParameters(json, node, expected)
  );
}

function compareType(json: JsonTree, node: JsonNode, expected: SourceTree): Disagreement | undefined {
  const type = stringOf(json, member(json, node, "type"));
  const isSame = type === undefined || (meantWord(sourceType, type.text) ?? expected.type) === expected.type;
  return isSame ? undefined : different(type, expected.type);
}

/** A value under its name, or under its expression where the name is not there. The outermost expression is what is compared with. */
function compareText(
  json: JsonTree,
  node: JsonNode,
  expected: SourceTree,
  isOutermost: boolean,
): Disagreement | undefined {
  const name = stringOf(json, member(json, node, "name"));
  if (name !== undefined && !isSameName(name.text, expected)) {
    return different(name, expected.name);
  }
  const expression = isOutermost ? undefined : stringOf(json, member(json, node, "expression"));
  if (expression === undefined || isSameExpression(expression.text, expected)) return undefined;
  return different(expression, expected.expression);
}

/** Function names differ in case without harm to what is meant; a job parameter may stand without its signs. */
function isSameName(written: string, { name, type }: SourceTree): boolean {
  if (type === "Function") return written.toLowerCase() === name.toLowerCase();
  return written === name || `%${written}%` === name;
}

/** A constant may stand bare or quoted; blanks do not count. */
function isSameExpression(written: string, { expression, name, type }: SourceTree): boolean {
  if (written === expression || (type === "Constant" && written === name)) return true;
  return printExpression(parseExpression(written).expression).toLowerCase() === expression.toLowerCase();
}

function compareParameters(json: JsonTree, node: JsonNode, expected: SourceTree): Disagreement | undefined {
  const { parameters } = expected;
  const list = member(json, node, "parameters");
  const written = objects(json, list).map(parameter => member(json, parameter, "value"));
  if (written.length !== parameters.length) {
    const span = spanOf(json, list ?? node);
    const message = `Here the parameters are ${elements(json, list).length}, in the expression ${parameters.length}`;
    return { span, message };
  }
  for (const [index, { value }] of parameters.entries()) {
    const found = written[index];
    const different = found === undefined ? undefined : compare(json, found, value);
    if (different !== undefined) return different;
  }
  return undefined;
}

function different({ text, span }: Word, expected: string): Disagreement {
  return { span, message: `Here stands '${text}', in the expression '${expected}'` };
}
