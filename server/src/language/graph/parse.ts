import type { Word } from "../text.ts";
import {
  booleanOf,
  elements,
  type JsonNode,
  type JsonTree,
  kindOf,
  kinds,
  member,
  membersNamed,
  numberOf,
  objects,
  spanOf,
  stringOf,
} from "./json.ts";
import { scanJson } from "./scan.ts";
import type {
  AttributeDefinition,
  AttributeMappingNode,
  DirectoryDefinition,
  FilterClauseNode,
  FilterGroupNode,
  ObjectDefinition,
  ObjectMappingNode,
  SourceNode,
  SynchronizationRule,
  SynchronizationSchema,
} from "./tree.ts";

/** Reads a file as Graph's `synchronizationSchema`. Undefined where its outermost object has no `synchronizationRules`. Never throws. */
export function parseSchema(file: string): SynchronizationSchema | undefined {
  if (!file.includes('"synchronizationRules"')) return undefined;
  const json = scanJson(file);
  const rules = json.size === 0 ? undefined : member(json, 0, "synchronizationRules");
  if (rules === undefined) return undefined;
  return {
    json,
    ...words(json, 0, ["id"]),
    rules: objects(json, rules).map(node => rule(json, node)),
    directories: objects(json, member(json, 0, "directories")).map(node => directory(json, node)),
  };
}

function rule(json: JsonTree, node: JsonNode): SynchronizationRule {
  return {
    node,
    span: spanOf(json, node),
    ...words(json, node, ["name", "sourceDirectoryName", "targetDirectoryName"]),
    objectMappings: objects(json, member(json, node, "objectMappings")).map(inner => objectMapping(json, inner)),
  };
}

function objectMapping(json: JsonTree, node: JsonNode): ObjectMappingNode {
  const scope = member(json, node, "scope");
  const enabled = booleanOf(json, member(json, node, "enabled"));
  return {
    node,
    span: spanOf(json, node),
    ...words(json, node, ["name", "sourceObjectName", "targetObjectName", "flowTypes"]),
    ...(enabled !== undefined && { enabled }),
    filterGroups: filterSets.flatMap(([group, set]) =>
      objects(json, member(json, scope, set)).map(inner => filterGroup(json, inner, group)),
    ),
    attributeMappings: objects(json, member(json, node, "attributeMappings")).map(inner =>
      attributeMapping(json, inner),
    ),
  };
}

/** The members of Graph's `filter` that hold its groups. */
export const filterSets = [
  ["scoping", "groups"],
  ["input", "inputFilterGroups"],
  ["category", "categoryFilterGroups"],
] as const;

function filterGroup(json: JsonTree, node: JsonNode, group: FilterGroupNode["group"]): FilterGroupNode {
  return {
    node,
    span: spanOf(json, node),
    group,
    ...words(json, node, ["name"]),
    clauses: objects(json, member(json, node, "clauses")).map(inner => filterClause(json, inner)),
  };
}

function filterClause(json: JsonTree, node: JsonNode): FilterClauseNode {
  const values = elements(json, member(json, member(json, node, "targetOperand"), "values"));
  return {
    node,
    span: spanOf(json, node),
    ...words(json, node, ["sourceOperandName", "operatorName"]),
    values: values.map(value => stringOf(json, value)).filter(value => value !== undefined),
  };
}

function attributeMapping(json: JsonTree, node: JsonNode): AttributeMappingNode {
  const source = member(json, node, "source");
  const matchingPriority = numberOf(json, member(json, node, "matchingPriority"));
  return {
    node,
    span: spanOf(json, node),
    ...words(json, node, ["targetAttributeName", "defaultValue", "flowType", "flowBehavior"]),
    ...(source !== undefined && kindOf(json, source) === kinds.object && { source: mappingSource(json, source) }),
    ...(matchingPriority !== undefined && { matchingPriority }),
  };
}

function mappingSource(json: JsonTree, node: JsonNode): SourceNode {
  return { node, span: spanOf(json, node), ...words(json, node, ["expression", "name", "type"]) };
}

function directory(json: JsonTree, node: JsonNode): DirectoryDefinition {
  return {
    node,
    span: spanOf(json, node),
    ...words(json, node, ["name"]),
    objects: objects(json, member(json, node, "objects")).map(inner => objectDefinition(json, inner)),
  };
}

function objectDefinition(json: JsonTree, node: JsonNode): ObjectDefinition {
  return {
    node,
    span: spanOf(json, node),
    ...words(json, node, ["name"]),
    attributes: objects(json, member(json, node, "attributes")).map(inner => attributeDefinition(json, inner)),
  };
}

function attributeDefinition(json: JsonTree, node: JsonNode): AttributeDefinition {
  const [anchor, caseExact, multivalued, required, referencedObjects] = membersNamed(json, node, definitionMembers);
  const references = objects(json, referencedObjects).map(inner =>
    stringOf(json, member(json, inner, "referencedObjectName")),
  );
  return {
    node,
    span: spanOf(json, node),
    ...words(json, node, ["name", "type", "mutability"]),
    anchor: booleanOf(json, anchor) === true,
    caseExact: booleanOf(json, caseExact) === true,
    multivalued: booleanOf(json, multivalued) === true,
    required: booleanOf(json, required) === true,
    references: references.filter(name => name !== undefined),
  };
}

const definitionMembers = ["anchor", "caseExact", "multivalued", "required", "referencedObjects"];

/** The members of an object that are strings, by these names. */
function words<const N extends string>(
  json: JsonTree,
  node: JsonNode,
  names: readonly N[],
): { readonly [K in N]?: Word } {
  const found: { [K in N]?: Word } = {};
  for (const [index, value] of membersNamed(json, node, names).entries()) {
    const word = stringOf(json, value);
    const name = names[index];
    if (word !== undefined && name !== undefined) found[name] = word;
  }
  return found;
}
