import { type JsonNode, type JsonTree, kindOf, kinds, members, stringOf } from "../../language/graph/json.ts";
import type { JsonObject, JsonValue } from "../../language/graph/style.ts";
import type { AttributeMapping, Clause, MappingSource, ScopingFilter, TargetObjectActions } from "../configuration.ts";
import { type AttributeSaying, operatorName } from "./saying.ts";
import { type SourceTree, sourceTree } from "./sourceTree.ts";

/** Gives an object the shape that others of its kind have in the file. */
export type Shape = (value: JsonObject) => JsonObject;

/** Graph's value of an attribute mapping; `shapeOfSource` is the shape of its source, and of each source in that. */
export function attributeMappingValue(mapping: AttributeMapping, shapeOfSource: Shape): JsonObject {
  const { target, source, defaultValue, matchingPrecedence, flowType, flowBehavior } = mapping;
  return {
    defaultValue: defaultValue ?? null,
    exportMissingReferences: false,
    flowBehavior,
    flowType,
    matchingPriority: matchingPrecedence ?? 0,
    targetAttributeName: target.text,
    source: sourceValue(source, shapeOfSource),
  };
}

/** Graph's value of a source: null for the mapping type None. */
export function sourceValue(source: MappingSource, shape: Shape): JsonValue {
  return "expression" in source ? treeValue(sourceTree(source.expression), shape) : null;
}

/** Graph's value of a source tree. */
export function treeValue({ expression, name, type, parameters }: SourceTree, shape: Shape): JsonObject {
  const values = parameters.map(({ key, value }) => ({ key, value: treeValue(value, shape) }));
  return shape({ expression, name, type, parameters: values });
}

/** Graph's value of a scoping filter. */
export function filterValue({ name, clauses }: ScopingFilter): JsonObject {
  return { name: name.text, clauses: clauses.map(clauseValue) };
}

/** Graph's value of a clause. */
export function clauseValue({ attribute, operator, value }: Clause): JsonObject {
  return {
    operatorName: operatorName(operator.text),
    sourceOperandName: attribute.text,
    targetOperand: { values: value === undefined ? [] : [value.text] },
  };
}

/** Graph's value of an attribute definition. */
export function definitionValue(name: string, said: AttributeSaying): JsonObject {
  return {
    anchor: said.anchor,
    caseExact: said.caseExact,
    defaultValue: null,
    flowNullValues: false,
    multivalued: said.multivalued,
    mutability: mutabilityWord(said),
    name,
    required: said.required,
    type: said.type,
    metadata: [],
    referencedObjects: referenceValues(said),
  };
}

/** Graph's word for what is said of writing to an attribute. */
export function mutabilityWord({ readOnly, immutable }: AttributeSaying): string {
  return readOnly ? "ReadOnly" : immutable ? "Immutable" : "ReadWrite";
}

/** Graph's value of the objects that a reference points to. */
export function referenceValues({ references }: AttributeSaying): readonly JsonObject[] {
  return references.map(name => ({ referencedObjectName: name, referencedProperty: null }));
}

/** Graph's words for the actions that are allowed, put together as the words were before. */
export function flowTypesText(actions: TargetObjectActions, before = ", "): string {
  const words = [actions.create && "Add", actions.update && "Update", actions.delete && "Delete"];
  const separator = before.includes(",") && !before.includes(", ") ? "," : ", ";
  return words.filter(word => word !== false).join(separator) || "None";
}

/**
 * A value with its members in the order that an object of the same kind has in the file. What that object leaves out, and
 * would mean nothing, is left out here too; objects inside are arranged by those that it has in their places.
 */
export function arrangedAs(tree: JsonTree, sibling: JsonNode | undefined, value: JsonObject): JsonObject {
  if (sibling === undefined || kindOf(tree, sibling) !== kinds.object) return value;
  const places = new Map(
    members(tree, sibling).map(({ name, value: inner }) => [stringOf(tree, name)?.text ?? "", inner]),
  );
  const names = [...places.keys()].filter(name => Object.hasOwn(value, name));
  const others = Object.keys(value).filter(name => !places.has(name) && !meansNothing(name, value[name]));
  return Object.fromEntries(
    [...names, ...others].map(name => {
      const inner = value[name] ?? null;
      return [name, isObject(inner) ? arrangedAs(tree, places.get(name), inner) : inner];
    }),
  );
}

function isObject(value: JsonValue): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Whether a member says the same as its absence. */
function meansNothing(name: string, value: JsonValue | undefined): boolean {
  if (Array.isArray(value)) return value.length === 0;
  return value === null || value === (defaults[name] ?? false);
}

const defaults: JsonObject = {
  enabled: true,
  flowBehavior: "FlowWhenChanged",
  flowType: "Always",
  flowTypes: "Add, Update, Delete",
  matchingPriority: 0,
  mutability: "ReadWrite",
  type: "String",
};
