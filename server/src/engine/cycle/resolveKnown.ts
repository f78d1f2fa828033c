import * as l10n from "@vscode/l10n";
import type { Resolve } from "../references/resolve.ts";
import type { CycleContext } from "./cycleContext.ts";
import type { KnownObject } from "./jobStore.ts";

/** Resolves what an object points to by what the cycle has stored: all that is in scope is there by now. */
export function resolveKnown({ cycle: { store } }: CycleContext): Resolve {
  return async objectId => {
    const known = store.objects.find(objectId);
    if (known === undefined)
      return { objectId, displayName: objectId, leftOut: l10n.t`no object ${objectId} is provisioned`, requests: [] };
    const { objectType, name: displayName, targetId, standing } = known;
    const described = { objectId, displayName, objectType, requests: [] };
    if (targetId !== undefined && standing !== "unmanaged") return { ...described, targetId };
    const escrow = store.escrows.find(objectId);
    const leftOut = escrow ? l10n.t`${displayName} could not be provisioned` : outside(known);
    return { ...described, leftOut };
  };
}

function outside({ name, standing }: KnownObject): string {
  return standing === "unmanaged"
    ? l10n.t`${name} is out of scope`
    : l10n.t`${name} is not provisioned: it is out of scope, or inactive`;
}
