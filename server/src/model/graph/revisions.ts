import { behind, type JsonNode, type JsonTree, member } from "../../language/graph/json.ts";
import type { ObjectMappingNode, SynchronizationSchema } from "../../language/graph/tree.ts";
import type { Configuration, Revision } from "../configuration.ts";

/** The revisions of a schema: of what stands outside of its object mappings, and of each of them. */
export interface Revisions {
  readonly outside: Revision;
  readonly mappings: readonly Revision[];
}

/**
 * The revisions of a schema, given what the version before meant. Where the two differ in one string of an object mapping's
 * attribute mappings or filters, that mapping has a new one; where they differ in anything else, all have.
 */
export function revisionsOf({ json, rules }: SynchronizationSchema, before: Configuration | undefined): Revisions {
  const nodes = rules.flatMap(({ objectMappings }) => objectMappings);
  const { edited } = json;
  const changed = edited === undefined ? -1 : nodes.findIndex(({ node }) => holds(json, node, edited));
  const mapping = nodes[changed];
  if (before?.revision === undefined || mapping === undefined || !isInParts(json, mapping, edited)) {
    return { outside: {}, mappings: nodes.map(() => ({})) };
  }
  const mappings = before.mappings.map(({ revision = {} }, index) => (index === changed ? {} : revision));
  return { outside: before.revision, mappings };
}

/** What is said in these says nothing of what stands elsewhere. */
function isInParts(json: JsonTree, { node }: ObjectMappingNode, edited: JsonNode | undefined): boolean {
  return ["attributeMappings", "scope"].some(name => holds(json, member(json, node, name), edited));
}

function holds(json: JsonTree, node: JsonNode | undefined, inner: JsonNode | undefined): boolean {
  return node !== undefined && inner !== undefined && node < inner && inner < behind(json, node);
}
