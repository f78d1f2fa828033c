import { once } from "../once.ts";
import { booleanOf, type JsonNode, type JsonTree, member, membersNamed, objects, spanOf, stringOf } from "./json.ts";
import type { AttributeDefinition, DirectoryDefinition, ObjectDefinition } from "./tree.ts";

/** A directory of a schema. */
export function parseDirectory(json: JsonTree, node: JsonNode): DirectoryDefinition {
  const [name, inner] = membersNamed(json, node, ["name", "objects"]);
  return {
    node,
    span: spanOf(json, node),
    name: stringOf(json, name),
    objects: objects(json, inner).map(object => objectDefinition(json, object)),
  };
}

function objectDefinition(json: JsonTree, node: JsonNode): ObjectDefinition {
  const [name, attributes] = membersNamed(json, node, ["name", "attributes"]);
  const definitions = once(() => objects(json, attributes).map(inner => attributeDefinition(json, inner)));
  return {
    node,
    span: spanOf(json, node),
    name: stringOf(json, name),
    get attributes() {
      return definitions();
    },
  };
}

const definitionMembers = [
  "name",
  "type",
  "mutability",
  "anchor",
  "caseExact",
  "multivalued",
  "required",
  "referencedObjects",
];

function attributeDefinition(json: JsonTree, node: JsonNode): AttributeDefinition {
  const found = membersNamed(json, node, definitionMembers);
  const [name, type, mutability, anchor, caseExact, multivalued, required, referencedObjects] = found;
  const references = objects(json, referencedObjects).map(inner =>
    stringOf(json, member(json, inner, "referencedObjectName")),
  );
  return {
    node,
    span: spanOf(json, node),
    name: stringOf(json, name),
    type: stringOf(json, type),
    mutability: stringOf(json, mutability),
    anchor: booleanOf(json, anchor) === true,
    caseExact: booleanOf(json, caseExact) === true,
    multivalued: booleanOf(json, multivalued) === true,
    required: booleanOf(json, required) === true,
    references: references.filter(reference => reference !== undefined),
  };
}
