import type { Item, JsonEditor } from "../../language/graph/edit.ts";
import { elements, type JsonNode, type JsonTree, kindOf, kinds, member } from "../../language/graph/json.ts";
import type { JsonObject } from "../../language/graph/style.ts";
import type { Imported, Pairing } from "./pairing.ts";

/** The schema's JSON, and what is to become of it. */
export interface Workpiece {
  readonly json: JsonTree;
  readonly editor: JsonEditor;
}

/** Something of the JSON. */
export interface Origin {
  readonly node: JsonNode;
}

/** How the things of a list are laid onto the elements of an array. */
export interface ListPlan<T, O extends Origin> {
  readonly edited: readonly T[];
  readonly pairing: Pairing<T, O>;
  /** Changes the element that a thing was before. */
  readonly change: (thing: T, before: Imported<T, O>) => void;
  /** The element of a new thing. */
  readonly create: (thing: T) => JsonObject;
}

/**
 * Lays things onto an array that is a member of an object: changes the elements of those that were there, removes the
 * elements of those that are there no more, and puts the new ones behind the thing that they stand behind.
 */
export function layList<T, O extends Origin>(
  { json, editor }: Workpiece,
  owner: JsonNode,
  name: string,
  { edited, pairing, change, create }: ListPlan<T, O>,
): void {
  const additions = new Map<JsonNode | undefined, JsonObject[]>();
  let behind: JsonNode | undefined;
  for (const thing of edited) {
    const before = pairing.before(thing);
    if (before === undefined) additions.set(behind, [...(additions.get(behind) ?? []), create(thing)]);
    else {
      change(thing, before);
      behind = before.origin.node;
    }
  }
  if (additions.size === 0 && pairing.removed.length === 0) return;
  const array = member(json, owner, name);
  if (array === undefined || kindOf(json, array) !== kinds.array) {
    editor.setMember(owner, name, [...additions.values()].flat());
    return;
  }
  const gone = new Set(pairing.removed.map(({ origin }) => origin.node));
  const added = (node?: JsonNode): readonly Item[] => (additions.get(node) ?? []).map(value => ({ added: value }));
  const kept = elements(json, array).filter(node => !gone.has(node));
  editor.arrange(array, [...added(), ...kept.flatMap(node => [{ kept: node }, ...added(node)])]);
}
