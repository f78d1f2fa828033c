import type { ScimRequest } from "../ports.ts";
import { createBody } from "./createBody.ts";
import { type Change, patchBody } from "./patchBody.ts";
import { endpointOf, resourcePath } from "./resourceType.ts";
import type { TargetValue } from "./targetValue.ts";

/** The request that creates an object with these values. */
export function createRequest(targetObject: string, values: readonly TargetValue[]): ScimRequest {
  return { method: "POST", path: endpointOf(targetObject), body: createBody(targetObject, values) };
}

/** The request that makes these changes to the object of this id. */
export function updateRequest(targetObject: string, id: string, changes: readonly Change[]): ScimRequest {
  return { method: "PATCH", path: resourcePath(targetObject, id), body: patchBody(changes) };
}

/** The request that deletes the object of this id. */
export function deleteRequest(targetObject: string, id: string): ScimRequest {
  return { method: "DELETE", path: resourcePath(targetObject, id) };
}
