import { Types } from "scimmy";
import type { Resource } from "../../engine/ports.ts";

/** A resource as it is kept: canonical JSON with its id. */
export type Stored = Resource & { readonly id: string };

/** The resources of one type. */
export interface Store {
  readonly all: () => readonly Stored[];
  readonly get: (id: string) => Stored | undefined;
  /** Adds, or replaces the one of the same id. Throws SCIM's uniqueness where another has the same unique value. */
  readonly put: (resource: Stored) => void;
  readonly remove: (id: string) => boolean;
  /** Holds these resources from now on, and no others. */
  readonly reset: (resources: readonly Stored[]) => void;
}

/** A store that begins with these resources, in their order. */
export function createStore(initial: readonly Stored[], unique: string | undefined): Store {
  const byId = new Map<string, Stored>();
  const keyOf = (resource: Stored) => (unique === undefined ? resource.id : String(resource[unique]).toLowerCase());
  const holders = new Map<string, string>();
  const hold = (resource: Stored) => {
    holders.set(keyOf(resource), resource.id);
    byId.set(resource.id, resource);
  };
  initial.forEach(hold);
  const release = (id: string) => {
    const former = byId.get(id);
    return former !== undefined && holders.delete(keyOf(former));
  };
  return {
    all: () => [...byId.values()],
    get: id => byId.get(id),
    put: resource => {
      const holder = holders.get(keyOf(resource));
      if (holder !== undefined && holder !== resource.id) {
        throw new Types.Error(409, "uniqueness", `Another resource has the ${unique} "${resource[unique ?? "id"]}".`);
      }
      release(resource.id);
      hold(resource);
    },
    remove: id => release(id) && byId.delete(id),
    reset: resources => {
      byId.clear();
      holders.clear();
      resources.forEach(hold);
    },
  };
}
