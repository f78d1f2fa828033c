import * as l10n from "@vscode/l10n";
import * as z from "zod/mini";
import type { Resource } from "../../engine/ports.ts";
import { readJsonFile, refused } from "../jsonFile.ts";

const resources = z.array(
  z.looseObject(
    { id: z.string({ error: () => l10n.t("must be a text in double quotes") }) },
    { error: () => l10n.t("must be an object: one SCIM resource") },
  ),
  { error: () => l10n.t("must be a list of SCIM resources") },
);

const lists = z.pipe(
  z.strictObject(
    { users: z._default(resources, []), groups: z._default(resources, []) },
    {
      error: () =>
        l10n.t('must be a list of SCIM resources, a ListResponse, or an object with the lists "users" and "groups"'),
    },
  ),
  z.transform(({ users, groups }): readonly Resource[] => [...users, ...groups]),
);

const listResponse = z.pipe(
  z.looseObject({ Resources: resources }),
  z.transform(({ Resources }): readonly Resource[] => Resources),
);

/**
 * Reads what a target holds from a file: a list of SCIM resources, a ListResponse (RFC 7644 section 3.4.2), or an object with
 * the lists `users` and `groups`, as a sandbox begins with. Throws InputError for a file that cannot be read or holds something else.
 */
export async function readSnapshot(path: string): Promise<readonly Resource[]> {
  const file = await readJsonFile(path);
  const parsed = schemaFor(file.value).safeParse(file.value);
  if (!parsed.success) throw refused(file, parsed.error.issues);
  return parsed.data;
}

function schemaFor(value: unknown): z.ZodMiniType<readonly Resource[]> {
  if (Array.isArray(value)) return resources;
  return typeof value === "object" && value !== null && "Resources" in value ? listResponse : lists;
}
