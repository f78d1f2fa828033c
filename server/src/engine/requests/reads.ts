import type { TargetPath } from "../paths/targetPath.ts";
import type { ScimRequest } from "../ports.ts";
import { formEncode } from "./formEncode.ts";
import { endpointOf, resourcePath, resourceType } from "./resourceType.ts";

/** Members are never read (use-scim-to-provision-users-and-groups, "Get group by displayName"). */
const withoutMembers = "excludedAttributes=members";

/** The request that looks for the object whose attribute equals the value. */
export function matchQuery(targetObject: string, attribute: string, value: string): ScimRequest {
  const filter = filterKey(`${attribute} eq ${JSON.stringify(value)}`);
  const keys = resourceType(targetObject) === "Group" ? `${withoutMembers}&${filter}` : filter;
  return { method: "GET", path: `${endpointOf(targetObject)}?${keys}` };
}

/** The request that reads one object before it is changed. */
export function readRequest(targetObject: string, id: string): ScimRequest {
  const path = resourcePath(targetObject, id);
  return { method: "GET", path: resourceType(targetObject) === "Group" ? `${path}?${withoutMembers}` : path };
}

/** The request that asks whether an object points to another one already: `id eq "1" and manager eq "2"`. */
export function referenceQuery(targetObject: string, id: string, { attribute }: TargetPath, to: string): ScimRequest {
  const filter = filterKey(`id eq ${JSON.stringify(id)} and ${attribute} eq ${JSON.stringify(to)}`);
  return { method: "GET", path: `${endpointOf(targetObject)}?attributes=id&${filter}` };
}

/** True for a value with which Entra's own query fails (known-issues, "special characters"): it does not escape them. */
export function hasSpecialCharacters(value: string): boolean {
  return /["\\%]/.test(value);
}

/** True for a query in which such a value was escaped. */
export function isEscaped({ method, path }: ScimRequest): boolean {
  return method === "GET" && /filter=.*%(?:5c|25)/.test(path);
}

function filterKey(filter: string): string {
  return `filter=${formEncode(filter)}`;
}
