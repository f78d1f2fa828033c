import type { ObjectFact } from "../../catalogue/attribute.ts";
import { findObject } from "../../catalogue/index.ts";
import type { SourceObject } from "../../engine/ports.ts";
import type { Value } from "../../functions/values.ts";
import { idOf, keyOf } from "./assignments.ts";
import { type AttributeChoice, attributeReader, type ReadAttributes, type Written } from "./attributes.ts";

/** What an object that is written in a file holds, as far as it says who and what it is. */
export interface WrittenObject extends Written {
  readonly id?: string | null;
  readonly objectId?: string | null;
  readonly userPrincipalName?: string;
  readonly manager?: WrittenReference | null;
  readonly members?: readonly WrittenReference[] | null;
  readonly deletedDateTime?: string | null;
  readonly permanentlyDeleted?: boolean | null;
}

/** A reference to another object: its key, or an object with its id. */
export type WrittenReference = string | { readonly id: string };

/** What is known of an object beside what is written of it. */
export interface Surroundings {
  readonly assigned: boolean;
  /** The texts of its app roles, where another part of the file states them. */
  readonly roles?: readonly string[];
  /** The id of the object that a key names; a reference to an object outside keeps its key. */
  readonly idFor: (key: string) => string;
}

/** Makes a source object of what is written. */
export type ReadObject = (
  objectType: SourceObject["objectType"],
  written: WrittenObject,
  surroundings: Surroundings,
) => SourceObject;

/** Reads objects with all their attributes, or with those that are wanted. */
export function objectReader(choice: AttributeChoice = {}): ReadObject {
  const read = {
    User: attributeReader(entraObject("User"), choice),
    Group: attributeReader(entraObject("Group"), choice),
  } satisfies Record<string, ReadAttributes>;
  return (objectType, written, surroundings) => {
    const attributes = read[objectType](written, changedValues(written, surroundings));
    const { assigned } = surroundings;
    return { id: idOf(written), objectType, attributes, state: stateOf(written), assigned };
  };
}

/** What is provisioned in the place of what is written; undefined for most users, who have nothing of that kind. */
function changedValues(
  { userPrincipalName, manager, members }: WrittenObject,
  { roles = [], idFor }: Surroundings,
): ReadonlyMap<string, Value> | undefined {
  const isGuest = userPrincipalName?.includes("#") ?? false;
  if (!isGuest && !manager && !members && roles.length === 0) return undefined;
  const values = new Map<string, Value>();
  if (isGuest && userPrincipalName) values.set("userPrincipalName", homeAddress(userPrincipalName));
  if (manager) values.set("manager", idFor(keyOf(manager)));
  if (members) values.set("members", members.map(keyOf).map(idFor));
  if (roles.length > 0) values.set("appRoleAssignments", roles);
  return values;
}

function stateOf({ deletedDateTime, permanentlyDeleted }: WrittenObject): SourceObject["state"] {
  if (permanentlyDeleted) return "deleted";
  return deletedDateTime ? "softDeleted" : "present";
}

function entraObject(name: "User" | "Group"): ObjectFact {
  return findObject("source", name) ?? { name, attributes: [] };
}

/** alias_home.example#EXT#@tenant is alias@home.example to provisioning (how-provisioning-works, B2B guest users). */
export function homeAddress(userPrincipalName: string): string {
  const [, alias, domain] = /^(.*)_([^_]*)#EXT#@/i.exec(userPrincipalName) ?? [];
  return alias === undefined ? userPrincipalName : `${alias}@${domain}`;
}

/** The names that a user or group is found by, beside its id. */
export function namesOf(objectType: SourceObject["objectType"], written: WrittenObject): readonly string[] {
  const { userPrincipalName = "", displayName, mail } = written;
  const names = objectType === "User" ? [userPrincipalName, homeAddress(userPrincipalName), mail] : [displayName, mail];
  return names.filter(name => typeof name === "string" && name !== "") as readonly string[];
}
