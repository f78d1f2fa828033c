import type { Resolve } from "../references/resolve.ts";
import type { CycleContext } from "./cycleContext.ts";
import type { KnownObject } from "./jobStore.ts";

/** Resolves what an object points to by what the cycle has stored: all that is in scope is there by now. */
export function resolveKnown({ cycle: { store } }: CycleContext): Resolve {
  return async objectId => {
    const known = store.objects.find(objectId);
    if (known === undefined)
      return { objectId, displayName: objectId, leftOut: `no object ${objectId} is provisioned`, requests: [] };
    const { objectType, name: displayName, targetId, standing } = known;
    const described = { objectId, displayName, objectType, requests: [] };
    if (targetId !== undefined && standing !== "unmanaged") return { ...described, targetId };
    const escrow = store.escrows.find(objectId);
    return { ...described, leftOut: `${displayName} ${escrow ? "could not be provisioned" : outside(known)}` };
  };
}

function outside({ standing }: KnownObject): string {
  return standing === "unmanaged" ? "is out of scope" : "is not provisioned: it is out of scope, or inactive";
}
