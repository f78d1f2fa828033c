import type { SourceObject } from "../engine/ports.ts";
import type { DirectoryAnswer, DirectoryParams } from "../protocol/views.ts";
import { describeGroup, describeUser } from "./directoryObjects.ts";

const searched = ["displayName", "userPrincipalName", "mail", "department"] as const;

/** The attributes that a page tells, or searches. */
export const pageAttributes: ReadonlySet<string> = new Set([...searched, "members"]);

/** A page of the users or groups that a text is found in, in their order. All are read, as all are counted; those of the page are kept. */
export async function directoryPage(
  blocks: AsyncIterable<readonly SourceObject[]> | Iterable<readonly SourceObject[]>,
  { type, search = "", offset, limit }: Omit<DirectoryParams, "uri">,
): Promise<Extract<DirectoryAnswer, { kind: "page" }>> {
  const wanted = search.trim().toLowerCase();
  const page: SourceObject[] = [];
  let total = 0;
  let found = 0;
  for await (const block of blocks) {
    for (const object of block) {
      if (object.objectType !== type) continue;
      total++;
      if (wanted !== "" && !holds(object, wanted)) continue;
      if (found >= offset && page.length < limit) page.push(object);
      found++;
    }
  }
  return {
    kind: "page",
    total,
    found,
    users: type === "User" ? page.map(describeUser) : [],
    groups: type === "Group" ? page.map(describeGroup) : [],
  };
}

function holds({ id, attributes }: SourceObject, wanted: string): boolean {
  const has = (value: unknown) => typeof value === "string" && value.toLowerCase().includes(wanted);
  return has(id) || searched.some(name => has(attributes.get(name)));
}
