import { booleanOf, type JsonTree, member, objects, stringOf } from "../../language/graph/json.ts";
import type { AttributeDefinition } from "../../language/graph/tree.ts";
import type { Word } from "../../language/text.ts";

/** Whether "Flow null values" is chosen for an attribute: a source without a value may clear the target's. */
export function flowsNull(json: JsonTree, { node }: AttributeDefinition): boolean {
  return booleanOf(json, member(json, node, "flowNullValues")) === true;
}

/** The paths by which a connector finds an attribute in what its system answers: XPath of Workday, JSONPath of SuccessFactors. */
export function apiExpressionsOf(json: JsonTree, { node }: AttributeDefinition): readonly Word[] {
  const list = objects(json, member(json, node, "apiExpressions"));
  return list.flatMap(each => stringOf(json, member(json, each, "value")) ?? []);
}
