import {
  booleanOf,
  elements,
  type JsonNode,
  type JsonTree,
  kindOf,
  kinds,
  members,
  numberOf,
  stringOf,
} from "../../server/src/language/graph/json.ts";

/** The value of a tree, as JSON.parse would give it; `undefined` where something is missing. */
export function jsonValue(tree: JsonTree, node: JsonNode = 0): unknown {
  switch (kindOf(tree, node)) {
    case kinds.object:
      return Object.fromEntries(
        members(tree, node).map(({ name, value }) => [nameOf(tree, name), jsonValue(tree, value)]),
      );
    case kinds.array:
      return elements(tree, node).map(element => jsonValue(tree, element));
    case kinds.null:
      return null;
    default:
      return nameOf(tree, node) ?? numberOf(tree, node) ?? booleanOf(tree, node);
  }
}

function nameOf(tree: JsonTree, node: JsonNode): string | undefined {
  return stringOf(tree, node)?.text;
}
