import type { Change } from "../change.ts";
import { once } from "../once.ts";
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
import { parseDirectory } from "./parseDirectory.ts";
import { rescan } from "./rescan.ts";
import { scanJson } from "./scan.ts";
import type {
  AttributeMappingNode,
  FilterClauseNode,
  FilterGroupNode,
  ObjectMappingNode,
  SourceNode,
  SynchronizationRule,
  SynchronizationSchema,
} from "./tree.ts";

/** A tree, and what has become of its file since. */
export interface Changed {
  readonly json: JsonTree;
  readonly change: Change;
}

/**
 * Reads a file as Graph's `synchronizationSchema`; of one that was read before, what the change left is not scanned again.
 * Undefined where its outermost object has no `synchronizationRules`. Never throws.
 */
export function parseSchema(file: string, before?: Changed): SynchronizationSchema | undefined {
  if (!file.includes('"synchronizationRules"')) return undefined;
  const json = (before && rescan(before.json, file, before.change)) ?? scanJson(file);
  if (json.size === 0) return undefined;
  const [id, rules, directories] = membersNamed(json, 0, ["id", "synchronizationRules", "directories"]);
  if (rules === undefined) return undefined;
  return {
    json,
    id: stringOf(json, id),
    rules: objects(json, rules).map(node => rule(json, node)),
    directories: objects(json, directories).map(node => parseDirectory(json, node)),
  };
}

const ruleMembers = ["name", "sourceDirectoryName", "targetDirectoryName", "objectMappings"];

function rule(json: JsonTree, node: JsonNode): SynchronizationRule {
  const [name, sourceDirectoryName, targetDirectoryName, objectMappings] = membersNamed(json, node, ruleMembers);
  return {
    node,
    span: spanOf(json, node),
    name: stringOf(json, name),
    sourceDirectoryName: stringOf(json, sourceDirectoryName),
    targetDirectoryName: stringOf(json, targetDirectoryName),
    objectMappings: objects(json, objectMappings).map(inner => objectMapping(json, inner)),
  };
}

const objectMappingMembers = [
  "name",
  "sourceObjectName",
  "targetObjectName",
  "flowTypes",
  "enabled",
  "scope",
  "attributeMappings",
];

function objectMapping(json: JsonTree, node: JsonNode): ObjectMappingNode {
  const found = membersNamed(json, node, objectMappingMembers);
  const [name, sourceObjectName, targetObjectName, flowTypes, enabled, scope, attributeMappings] = found;
  const filterGroups = once(() =>
    filterSets.flatMap(([group, set]) =>
      objects(json, member(json, scope, set)).map(inner => filterGroup(json, inner, group)),
    ),
  );
  const mappings = once(() => objects(json, attributeMappings).map(inner => attributeMapping(json, inner)));
  return {
    node,
    span: spanOf(json, node),
    name: stringOf(json, name),
    sourceObjectName: stringOf(json, sourceObjectName),
    targetObjectName: stringOf(json, targetObjectName),
    flowTypes: stringOf(json, flowTypes),
    enabled: booleanOf(json, enabled),
    get filterGroups() {
      return filterGroups();
    },
    get attributeMappings() {
      return mappings();
    },
  };
}

/** The members of Graph's `filter` that hold its groups. */
export const filterSets = [
  ["scoping", "groups"],
  ["input", "inputFilterGroups"],
  ["category", "categoryFilterGroups"],
] as const;

function filterGroup(json: JsonTree, node: JsonNode, group: FilterGroupNode["group"]): FilterGroupNode {
  const [name, clauses] = membersNamed(json, node, ["name", "clauses"]);
  return {
    node,
    span: spanOf(json, node),
    group,
    name: stringOf(json, name),
    clauses: objects(json, clauses).map(inner => filterClause(json, inner)),
  };
}

const clauseMembers = ["sourceOperandName", "operatorName", "targetOperand"];

function filterClause(json: JsonTree, node: JsonNode): FilterClauseNode {
  const [sourceOperandName, operatorName, targetOperand] = membersNamed(json, node, clauseMembers);
  const values = elements(json, member(json, targetOperand, "values"));
  return {
    node,
    span: spanOf(json, node),
    sourceOperandName: stringOf(json, sourceOperandName),
    operatorName: stringOf(json, operatorName),
    values: values.map(value => stringOf(json, value)).filter(value => value !== undefined),
  };
}

const attributeMappingMembers = [
  "targetAttributeName",
  "defaultValue",
  "flowType",
  "flowBehavior",
  "matchingPriority",
  "source",
];

function attributeMapping(json: JsonTree, node: JsonNode): AttributeMappingNode {
  const found = membersNamed(json, node, attributeMappingMembers);
  const [targetAttributeName, defaultValue, flowType, flowBehavior, matchingPriority, source] = found;
  return {
    node,
    span: spanOf(json, node),
    targetAttributeName: stringOf(json, targetAttributeName),
    defaultValue: stringOf(json, defaultValue),
    flowType: stringOf(json, flowType),
    flowBehavior: stringOf(json, flowBehavior),
    matchingPriority: numberOf(json, matchingPriority),
    source: mappingSource(json, source),
  };
}

function mappingSource(json: JsonTree, node: JsonNode | undefined): SourceNode | undefined {
  if (node === undefined || kindOf(json, node) !== kinds.object) return undefined;
  const [expression, name, type] = membersNamed(json, node, ["expression", "name", "type"]);
  return {
    node,
    span: spanOf(json, node),
    expression: stringOf(json, expression),
    name: stringOf(json, name),
    type: stringOf(json, type),
  };
}
