import * as l10n from "@vscode/l10n";
import * as z from "zod/mini";
import type { Resource } from "../../engine/ports.ts";
import { InputError } from "../inputError.ts";
import { type JsonFile, readJsonFile, refused } from "../jsonFile.ts";
import type { ResourceService } from "./resources.ts";

const resources = z._default(
  z.array(z.looseObject({}, { error: () => l10n.t("must be an object: one SCIM resource") }), {
    error: () => l10n.t("must be a list of SCIM resources"),
  }),
  [],
);

const seedFile = z.strictObject(
  { users: resources, groups: resources },
  { error: () => l10n.t('must be an object with the lists "users" and "groups" of SCIM resources') },
);

/** The resources that an empty sandbox begins with, not yet created. */
export interface Seed {
  readonly file: JsonFile;
  readonly users: readonly Resource[];
  readonly groups: readonly Resource[];
}

/** Reads a seed file. Throws InputError for one that cannot be read or holds something else. */
export async function readSeed(path: string): Promise<Seed> {
  const file = await readJsonFile(path);
  const parsed = seedFile.safeParse(file.value);
  if (!parsed.success) {
    throw refused(file, parsed.error.issues);
  }
  return { file, ...parsed.data };
}

/** Creates the resources of one list. Throws InputError for one that the sandbox refuses. */
export function plant({ file, ...lists }: Seed, list: "users" | "groups", { create }: ResourceService): void {
  for (const [index, resource] of lists[list].entries()) {
    try {
      create(resource);
    } catch (error) {
      const reason = (error as Error).message.replace(/\.$/, "");
      throw new InputError(
        l10n.t`${file.place([list, index])}: ${list}[${index}] is refused: ${reason}. Correct the resource.`,
      );
    }
  }
}
