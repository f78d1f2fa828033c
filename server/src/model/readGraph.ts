import type { JsonTree } from "../language/graph/json.ts";
import type {
  AttributeMappingNode,
  FilterClauseNode,
  FilterGroupNode,
  ObjectMappingNode,
  SynchronizationRule,
  SynchronizationSchema,
} from "../language/graph/tree.ts";
import { once } from "../language/once.ts";
import type { Span, SyntaxProblem, Word } from "../language/text.ts";
import type {
  AttributeMapping,
  Clause,
  Configuration,
  ObjectMapping,
  Revision,
  ScopingFilter,
} from "./configuration.ts";
import { type AttributeSets, attributeSets } from "./graph/attributeSets.ts";
import { readActions, readFlowBehavior, readFlowType } from "./graph/enumerations.ts";
import { readGraphSource } from "./graph/readGraphSource.ts";
import { revisionsOf } from "./graph/revisions.ts";
import { templateOf } from "./graph/templateOf.ts";

/**
 * The meaning of a Microsoft Graph schema; `before` is that of the version whose tree its own was made of. Total: what the
 * schema does not say, or says with a JSON type that Graph does not have there, has its default.
 */
export function readGraph(schema: SynchronizationSchema, before?: Configuration): Configuration {
  const revisions = revisionsOf(schema, before);
  const reader: Reader = { json: schema.json, sets: attributeSets(schema) };
  const nodes = schema.rules.flatMap(rule => rule.objectMappings.map(node => ({ rule, node })));
  const mappings = nodes.map(({ rule, node }, index) =>
    objectMapping(node, rule, reader, revisions.mappings[index] ?? {}),
  );
  const template = templateOf(schema);
  const nothing = { declarations: [], tests: [], propertyBlocks: [], suppressions: [] };
  return { ...nothing, mappings, schema, ...(template !== undefined && { template }), revision: revisions.outside };
}

interface Reader {
  readonly json: JsonTree;
  readonly sets: AttributeSets;
}

/** What is not needed of a mapping is not read: most changes of a schema are changes of one. */
function objectMapping(
  node: ObjectMappingNode,
  rule: SynchronizationRule,
  { json, sets }: Reader,
  revision: Revision,
): ObjectMapping {
  const sourceObject = node.sourceObjectName ?? nothingAt(node.span);
  const targetObject = node.targetObjectName ?? nothingAt(node.span);
  const filters = once(() => node.filterGroups.map(group => scopingFilter(group, json)));
  const readings = once(() => node.attributeMappings.map(inner => attributeMapping(inner, json)));
  const sourceAttributes = once(() => sets("source", rule.sourceDirectoryName?.text, sourceObject.text));
  const targetAttributes = once(() => sets("target", rule.targetDirectoryName?.text, targetObject.text));
  const attributeMappings = once(() => readings().map(({ mapping }) => mapping));
  return {
    name: node.name ?? { ...nothingAt(node.span), text: `${sourceObject.text} to ${targetObject.text}` },
    ...(rule.name && { rule: rule.name }),
    sourceObject,
    targetObject,
    enabled: node.enabled ?? true,
    actions: readActions(node.flowTypes?.text),
    get filters() {
      return filters();
    },
    get attributeMappings() {
      return attributeMappings();
    },
    get syntaxProblems() {
      return readings().flatMap(({ problems }) => problems);
    },
    get sourceAttributes() {
      return sourceAttributes();
    },
    get targetAttributes() {
      return targetAttributes();
    },
    inSchema: { json, node },
    span: node.span,
    revision,
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

/** An attribute mapping, and the mistakes in its expression. */
interface MappingReading {
  readonly mapping: AttributeMapping;
  readonly problems: readonly SyntaxProblem[];
}

function attributeMapping(node: AttributeMappingNode, json: JsonTree): MappingReading {
  const { targetAttributeName, defaultValue, matchingPriority, flowType, flowBehavior, span } = node;
  const { source, problems } = readGraphSource(node.source, json, span);
  const mapping = {
    target: targetAttributeName ?? nothingAt(span),
    source,
    ...(isPrecedence(matchingPriority) && { matchingPrecedence: matchingPriority }),
    ...(defaultValue && { defaultValue: defaultValue.text }),
    flowType: readFlowType(flowType?.text),
    flowBehavior: readFlowBehavior(flowBehavior?.text),
    inSchema: { json, node },
    span,
  };
  return { mapping, problems };
}

/** 0 stands on attributes that do not match. */
function isPrecedence(matchingPriority: number | undefined): matchingPriority is number {
  return matchingPriority !== undefined && Number.isSafeInteger(matchingPriority) && matchingPriority > 0;
}

/** A name that the schema lacks. */
function nothingAt({ start }: Span): Word {
  return { text: "", span: { start, end: start } };
}
