import type { Resource } from "../engine/ports.ts";
import type { SandboxResource } from "../protocol/views.ts";

/** What a person recognises a resource of a target by. */
export function describeResource(resource: Resource): SandboxResource {
  const text = (name: string) => {
    const value = resource[name];
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  const id = text("id") ?? "";
  const displayName = text("displayName");
  const name = text("userName") ?? displayName ?? id;
  return {
    id,
    name,
    ...(displayName !== undefined && displayName !== name && { displayName }),
    active: isActive(resource),
  };
}

/** Entra sends a text where the tenant URL has no flag, and a target may keep that. */
function isActive({ active }: Resource): boolean {
  return String(active ?? true).toLowerCase() !== "false";
}
