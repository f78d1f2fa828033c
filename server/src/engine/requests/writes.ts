import type { ScimRequest } from "../ports.ts";
import { createBody } from "./createBody.ts";
import { type Change, patchBody } from "./patchBody.ts";
import { type ReferenceChange, referenceBody } from "./referenceBody.ts";
import { endpointOf, resourcePath } from "./resourceType.ts";
import type { Wire } from "./wire.ts";

/** What is written to the target, before it is put into a request. `id` is the target's id of the object. */
export type Write =
  | { readonly kind: "create"; readonly changes: readonly Change[] }
  | { readonly kind: "update" | "disable"; readonly id: string; readonly changes: readonly Change[] }
  | { readonly kind: "reference"; readonly id: string; readonly reference: ReferenceChange }
  | { readonly kind: "delete"; readonly id: string };

/** The request that does it. */
export function writeRequest(targetObject: string, write: Write, wire: Wire): ScimRequest {
  if (write.kind === "create") {
    return { method: "POST", path: endpointOf(targetObject), body: createBody(targetObject, write.changes, wire) };
  }
  const path = resourcePath(targetObject, write.id);
  switch (write.kind) {
    case "update":
    case "disable":
      return { method: "PATCH", path, body: patchBody(write.changes, wire) };
    case "reference":
      return { method: "PATCH", path, body: referenceBody(write.reference, wire) };
    case "delete":
      return { method: "DELETE", path };
  }
}

/** Stands in the requests of a dry run for the id that the target gives an object when it is created. */
export const createdId = "(created-id)";
