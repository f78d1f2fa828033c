import { quote } from "../language/expression/print.ts";
import type { JsonNode } from "../language/graph/json.ts";
import type {
  AttributeDefinition,
  AttributeMappingNode,
  FilterClauseNode,
  FilterGroupNode,
  ObjectDefinition,
  ObjectMappingNode,
  SynchronizationRule,
  SynchronizationSchema,
} from "../language/graph/tree.ts";
import { formatProvmap } from "../language/provmap/format.ts";
import { writeName } from "../language/provmap/writeName.ts";
import type { ObjectMapping, ScopingFilter } from "./configuration.ts";
import { sayingOfFlowType } from "./graph/saying.ts";
import { usedObjects, writeDeclarations } from "./graph/writeDeclarations.ts";
import { writeAttributeMapping, writeClause } from "./graph/writeStatement.ts";
import { readGraph } from "./readGraph.ts";

/** What a `.provmap` file is made with. */
export interface WritingOptions {
  /** The path of the schema's JSON, from the folder of the file. */
  readonly schemaFile: string;
}

/** A schema as a `.provmap` file, and where in the JSON each part of it came from, in the order of the file. */
export interface WrittenSchema {
  readonly text: string;
  readonly mappings: readonly WrittenMapping[];
  readonly declarations: readonly WrittenDeclaration[];
}

/** An object mapping of the JSON, and those of its parts that are said in the file. */
export interface WrittenMapping {
  readonly node: JsonNode;
  readonly rule: SynchronizationRule;
  readonly objectMapping: ObjectMappingNode;
  readonly attributeMappings: readonly AttributeMappingNode[];
  readonly filters: readonly WrittenFilter[];
}

/** A filter group of the JSON, and those of its clauses that are said in the file. */
export interface WrittenFilter {
  readonly node: JsonNode;
  readonly clauses: readonly FilterClauseNode[];
}

interface WrittenDeclaration {
  readonly objects: readonly ObjectDefinition[];
  readonly attributes: readonly AttributeDefinition[];
}

/**
 * A schema in the `.provmap` language, canonically laid out. What the language has no words for is left out, and a comment
 * stands where that is an attribute mapping or a clause; it stays in the JSON that the file names.
 */
export function writeProvmap(schema: SynchronizationSchema, { schemaFile }: WritingOptions): WrittenSchema {
  const { mappings, template } = readGraph(schema);
  const nodes = schema.rules.flatMap(rule => rule.objectMappings.map(objectMapping => ({ rule, objectMapping })));
  const written = nodes.flatMap((place, index) => {
    const mapping = mappings[index];
    return mapping === undefined ? [] : [writeMapping(mapping, place, schema.rules.length > 1)];
  });
  const declared = usedObjects(schema).flatMap(used => {
    const block = writeDeclarations(used);
    return block === undefined ? [] : [{ ...block, objects: used.definitions }];
  });
  const name = schema.rules[0]?.targetDirectoryName?.text ?? "Application";
  const properties = [...(template === undefined ? [] : [`template: ${template}`]), `schema: ${quote(schemaFile)}`];
  const application = `application ${quote(oneLine(name))} {\n${properties.join("\n")}\n}`;
  const blocks = [application, ...written.map(({ text }) => text), ...declared.map(({ text }) => text)];
  return {
    text: formatProvmap(`${blocks.join("\n\n")}\n`),
    mappings: written.map(({ origin }) => origin),
    declarations: declared.map(({ objects, definitions }) => ({ objects, attributes: definitions })),
  };
}

interface Part<O> {
  readonly text: string;
  readonly origin: O;
}

function writeMapping(
  mapping: ObjectMapping,
  { rule, objectMapping }: Pick<WrittenMapping, "rule" | "objectMapping">,
  namesRule: boolean,
): Part<WrittenMapping> {
  const filters = mapping.filters.flatMap((filter, index) => writeFilter(filter, objectMapping.filterGroups[index]));
  const attributeMappings: AttributeMappingNode[] = [];
  const statements = mapping.attributeMappings.map((attributeMapping, index) => {
    const statement = writeAttributeMapping(attributeMapping);
    const origin = objectMapping.attributeMappings[index];
    if (statement === undefined || origin === undefined)
      return unsaid(`the mapping of '${attributeMapping.target.text}'`);
    attributeMappings.push(origin);
    const { flowType, target } = attributeMapping;
    if (sayingOfFlowType(flowType) === flowType) return statement;
    return `${unsaid(`the flow type ${flowType} of '${target.text}'`)}\n${statement}`;
  });
  const lines = [...head(mapping, namesRule), ...filters.map(({ text }) => text), "", ...statements];
  return {
    text: `mapping ${quote(oneLine(mapping.name.text))} {\n${lines.join("\n")}\n}`,
    origin: {
      node: objectMapping.node,
      rule,
      objectMapping,
      attributeMappings,
      filters: filters.map(({ origin }) => origin),
    },
  };
}

function head(mapping: ObjectMapping, namesRule: boolean): readonly string[] {
  const { rule, sourceObject, targetObject, enabled, actions } = mapping;
  const allowed = (["create", "update", "delete"] as const).filter(action => actions[action]);
  const isIdle = allowed.length === 0;
  return [
    ...(namesRule && rule !== undefined ? [`rule: ${quote(oneLine(rule.text))}`] : []),
    `source: ${writeName(oneLine(sourceObject.text))}`,
    `target: ${quote(oneLine(targetObject.text))}`,
    ...(isIdle ? ["// The schema allows this mapping no action."] : []),
    ...(enabled && !isIdle ? [] : ["enabled: false"]),
    ...(isIdle || allowed.length === 3 ? [] : [`actions: ${allowed.join(", ")}`]),
  ];
}

function writeFilter(filter: ScopingFilter, node: FilterGroupNode | undefined): readonly Part<WrittenFilter>[] {
  if (node === undefined) return [];
  const clauses: FilterClauseNode[] = [];
  const lines = filter.clauses.map((clause, index) => {
    const written = writeClause(clause);
    const origin = node.clauses[index];
    if (written === undefined || origin === undefined) return unsaid(`a clause on '${clause.attribute.text}'`);
    clauses.push(origin);
    const others = origin.values.slice(1).map(({ text }) => quote(oneLine(text)));
    return others.length === 0
      ? written
      : `// In the schema this clause has more values: ${others.join(", ")}.\n${written}`;
  });
  const group = filter.group === "scoping" ? "" : `${filter.group} `;
  const text = `${group}filter ${quote(oneLine(filter.name.text))} {\n${lines.join("\n")}\n}`;
  return [{ text, origin: { node: node.node, clauses } }];
}

function unsaid(what: string): string {
  return `// Only the schema has ${oneLine(what)}: there are no words for it here.`;
}

/** Names of a file stand on one line. */
function oneLine(text: string): string {
  return text.replace(/[\r\n\u2028\u2029]+/g, " ");
}
