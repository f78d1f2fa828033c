import type { ObjectMapping } from "../model/configuration.ts";

const unavailable = ["samAccountName", "userType"] as const;

/** The attribute of Entra's users that provisioning does not read, in any letter case (known-issues). One that the file declares is read. */
export function unavailableAttribute(
  name: string,
  { sourceObject, sourceAttributes: { known, byName } }: ObjectMapping,
): (typeof unavailable)[number] | undefined {
  if (!known || sourceObject.text !== "User" || byName.has(name)) return undefined;
  return unavailable.find(candidate => candidate.toLowerCase() === name.toLowerCase());
}
