import type { ScimRequest } from "../ports.ts";
import { endpointOf, resourceType } from "./resourceType.ts";

/**
 * The request that looks for the object whose attribute equals the value, encoded as Entra does: form encoding with
 * lower-case hexadecimal digits. Groups are read without their members (use-scim-to-provision-users-and-groups, "Get group by displayName").
 */
export function matchQuery(targetObject: string, attribute: string, value: string): ScimRequest {
  const filter = `filter=${formEncode(`${attribute} eq ${JSON.stringify(value)}`)}`;
  const keys = resourceType(targetObject) === "Group" ? `excludedAttributes=members&${filter}` : filter;
  return { method: "GET", path: `${endpointOf(targetObject)}?${keys}` };
}

/** True for a value with which Entra's own query fails (known-issues, "special characters"): it does not escape them. */
export function hasSpecialCharacters(value: string): boolean {
  return /["\\%]/.test(value);
}

/** The form encoding of .NET's HttpUtility.UrlEncode: blanks as `+`, everything but letters, digits and `-_.!*()` as UTF-8. */
export function formEncode(text: string): string {
  return encodeURIComponent(text.toWellFormed())
    .replace(/%20/g, "+")
    .replace(/'/g, "%27")
    .replace(/~/g, "%7e")
    .replace(/%[0-9A-F]{2}/g, code => code.toLowerCase());
}
