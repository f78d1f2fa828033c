import type { JsonTree } from "../language/graph/json.ts";
import type {
  AttributeMappingNode,
  FilterClauseNode,
  FilterGroupNode,
  ObjectMappingNode,
  SynchronizationRule,
  SynchronizationSchema,
} from "../language/graph/tree.ts";
import type { Span, SyntaxProblem, Word } from "../language/text.ts";
import type { AttributeMapping, Clause, Configuration, ObjectMapping, ScopingFilter } from "./configuration.ts";
import { type AttributeSets, attributeSets } from "./graph/attributeSets.ts";
import { readActions, readFlowBehavior, readFlowType } from "./graph/enumerations.ts";
import { readGraphSource } from "./graph/readGraphSource.ts";
import { templateOf } from "./graph/templateOf.ts";

/** What a schema means, and the mistakes in its expressions. */
export interface GraphReading {
  readonly configuration: Configuration;
  readonly problems: readonly SyntaxProblem[];
}

/** The meaning of a Microsoft Graph schema. Total: what it does not say, or says with a JSON type that Graph does not have there, has its default. */
export function readGraph(schema: SynchronizationSchema): GraphReading {
  const problems: SyntaxProblem[] = [];
  const reader: Reader = { json: schema.json, sets: attributeSets(schema), report: found => problems.push(...found) };
  const mappings = schema.rules.flatMap(rule => rule.objectMappings.map(node => objectMapping(node, rule, reader)));
  const template = templateOf(schema);
  const nothing = { declarations: [], tests: [], propertyBlocks: [], suppressions: [] };
  return { configuration: { ...nothing, mappings, schema, ...(template !== undefined && { template }) }, problems };
}

interface Reader {
  readonly json: JsonTree;
  readonly sets: AttributeSets;
  readonly report: (problems: readonly SyntaxProblem[]) => void;
}

function objectMapping(node: ObjectMappingNode, rule: SynchronizationRule, reader: Reader): ObjectMapping {
  const { json, sets } = reader;
  const sourceObject = node.sourceObjectName ?? nothingAt(node.span);
  const targetObject = node.targetObjectName ?? nothingAt(node.span);
  return {
    name: node.name ?? { ...nothingAt(node.span), text: `${sourceObject.text} to ${targetObject.text}` },
    ...(rule.name && { rule: rule.name }),
    sourceObject,
    targetObject,
    enabled: node.enabled ?? true,
    actions: readActions(node.flowTypes?.text),
    filters: node.filterGroups.map(group => scopingFilter(group, json)),
    attributeMappings: node.attributeMappings.map(inner => attributeMapping(inner, reader)),
    sourceAttributes: sets("source", rule.sourceDirectoryName?.text, sourceObject.text),
    targetAttributes: sets("target", rule.targetDirectoryName?.text, targetObject.text),
    inSchema: { json, node },
    span: node.span,
  };
}

function scopingFilter({ group, name, clauses, span }: FilterGroupNode, json: JsonTree): ScopingFilter {
  return { group, name: name ?? nothingAt(span), clauses: clauses.map(node => clause(node, json)), span };
}

/** Graph's operators compare with one value; of several, the first is compared with. */
function clause(node: FilterClauseNode, json: JsonTree): Clause {
  const { sourceOperandName, operatorName, span } = node;
  const [value] = node.values;
  return {
    attribute: sourceOperandName ?? nothingAt(span),
    operator: operatorName ?? nothingAt(span),
    ...(value && { value }),
    inSchema: { json, node },
    span,
  };
}

function attributeMapping(node: AttributeMappingNode, { json, report }: Reader): AttributeMapping {
  const { targetAttributeName, defaultValue, matchingPriority, flowType, flowBehavior, span } = node;
  const { source, problems } = readGraphSource(node.source, json, span);
  report(problems);
  return {
    target: targetAttributeName ?? nothingAt(span),
    source,
    ...(isPrecedence(matchingPriority) && { matchingPrecedence: matchingPriority }),
    ...(defaultValue && { defaultValue: defaultValue.text }),
    flowType: readFlowType(flowType?.text),
    flowBehavior: readFlowBehavior(flowBehavior?.text),
    inSchema: { json, node },
    span,
  };
}

/** 0 stands on attributes that do not match. */
function isPrecedence(matchingPriority: number | undefined): matchingPriority is number {
  return matchingPriority !== undefined && Number.isSafeInteger(matchingPriority) && matchingPriority > 0;
}

/** A name that the schema lacks. */
function nothingAt({ start }: Span): Word {
  return { text: "", span: { start, end: start } };
}
