import type { Expression } from "../../language/expression/tree.ts";
import { type JsonEdit, jsonEditor } from "../../language/graph/edit.ts";
import { elements, type JsonTree, member } from "../../language/graph/json.ts";
import type { AttributeDefinition, ObjectDefinition, SourceNode } from "../../language/graph/tree.ts";
import type { InSchema } from "../configuration.ts";
import { arrangedAs, definitionValue, treeValue } from "./newParts.ts";
import { sourceTree } from "./sourceTree.ts";

/** The edits that give a source the name, the type and the parameters which its expression says. */
export function regenerated(json: JsonTree, source: SourceNode, expression: Expression): readonly JsonEdit[] {
  const editor = jsonEditor(json);
  const shape = (value: Parameters<typeof arrangedAs>[2]) => arrangedAs(json, source.node, value);
  const { name, type, parameters } = treeValue(sourceTree(expression), shape);
  for (const [member, value] of Object.entries({ name, type, parameters })) {
    if (value !== undefined) editor.setMember(source.node, member, value);
  }
  return editor.edits();
}

/** The edits that define a String attribute of this name behind the attributes that an object has. */
export function withDefinition({ json, node }: InSchema<ObjectDefinition>, name: string): readonly JsonEdit[] {
  const said = {
    type: "String",
    multivalued: false,
    required: false,
    caseExact: false,
    anchor: false,
    readOnly: false,
    immutable: false,
    references: [],
  };
  const sibling = node.attributes.at(-1);
  const value = arrangedAs(json, sibling?.node, definitionValue(name, said));
  const editor = jsonEditor(json);
  const array = member(json, node.node, "attributes");
  if (array === undefined) editor.setMember(node.node, "attributes", [value]);
  else editor.arrange(array, [...elements(json, array).map(kept => ({ kept })), { added: value }]);
  return editor.edits();
}

/** The edits that take a flag from an attribute. */
export function withoutFlag(
  json: JsonTree,
  attribute: AttributeDefinition,
  flag: "anchor" | "flowNullValues",
): readonly JsonEdit[] {
  const editor = jsonEditor(json);
  editor.setMember(attribute.node, flag, false);
  return editor.edits();
}
