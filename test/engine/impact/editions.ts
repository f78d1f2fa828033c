import type { Edition } from "../../../server/src/engine/impact/impact.ts";
import type { Lane } from "../../../server/src/engine/impact/version.ts";
import { compileVersion } from "../../../server/src/engine/impact/version.ts";
import type { SourceObject } from "../../../server/src/engine/ports.ts";
import type { Value } from "../../../server/src/functions/values.ts";
import { parseProvmap } from "../../../server/src/language/provmap/parse.ts";
import { readProvmap } from "../../../server/src/model/readProvmap.ts";
import { stillWorld } from "../world.ts";

const enterpriseUser = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

/** A file with one mapping of users, made of what stands in its application and its mapping block. */
export function usersFile(mapping: string, application = ""): string {
  return `application "App" { ${application} }\nmapping "Users" { source: User target: "${enterpriseUser}"\n${mapping}\n}\n`;
}

/** The meaning of a file. Throws where it has a syntax problem. */
export function edition(text: string): Edition {
  const { file, problems } = parseProvmap(text);
  const { application, mappings } = readProvmap(file);
  if (problems[0] !== undefined) throw new Error(`${problems[0].message}\n${text}`);
  return { mappings, text, ...(application && { application }) };
}

/** The first mapping of two files as the two versions of one. */
export function laneOf(before: Edition, after: Edition): Lane {
  const [old, fresh] = [before.mappings[0], after.mappings[0]];
  if (old === undefined || fresh === undefined) throw new Error("A file has no mapping.");
  return {
    before: compileVersion(before.application, old, before.text, stillWorld),
    after: compileVersion(after.application, fresh, after.text, stillWorld),
  };
}

/** A user with these attributes; the other facts are those of an assigned user that is present. */
export function user(
  id: string,
  attributes: Readonly<Record<string, Value>>,
  facts: Partial<Pick<SourceObject, "assigned" | "state">> = {},
): SourceObject {
  const all = { objectId: id, userPrincipalName: `${id}@contoso.com`, accountEnabled: true, ...attributes };
  const held = Object.entries(all).filter(([, value]) => value !== null);
  return { id, objectType: "User", state: "present", assigned: true, ...facts, attributes: new Map(held) };
}
