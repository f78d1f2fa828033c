import type { ObjectFact } from "./attribute.ts";
import { entraGroup } from "./entraGroup.ts";
import { entraUser } from "./entraUser.ts";
import { scimEnterpriseUser } from "./scimEnterpriseUser.ts";
import { scimGroup } from "./scimGroup.ts";
import { scimUser } from "./scimUser.ts";

/** The objects of Entra that a mapping can read. */
export const sourceObjects: readonly ObjectFact[] = [entraUser, entraGroup];

/** The objects that a SCIM target has unless it declares others. */
export const targetObjects: readonly ObjectFact[] = [scimEnterpriseUser, scimGroup, scimUser];

/** The object of exactly this name. */
export function findObject(side: "source" | "target", name: string): ObjectFact | undefined {
  return (side === "source" ? sourceObjects : targetObjects).find(object => object.name === name);
}
