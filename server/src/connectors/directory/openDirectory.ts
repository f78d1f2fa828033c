import * as l10n from "@vscode/l10n";
import { InputError } from "../inputError.ts";
import { type JsonFile, memberName, readJsonFile, refused } from "../jsonFile.ts";
import { assignedRoles, idOf } from "./assignments.ts";
import { contentSchema, type DirectoryContent, type WrittenGroup, type WrittenUser } from "./content.ts";
import type { Directory } from "./directory.ts";
import { indexByKey } from "./keys.ts";
import { namesOf, objectReader } from "./sourceObject.ts";
import { lineFormat } from "./writtenBlocks.ts";

/**
 * Reads a directory file, with assignments as one application sees them. A file without assignments has everybody
 * assigned. Throws InputError for a file that cannot be read or holds what it may not.
 */
export async function openDirectory(path: string, application?: string): Promise<Directory> {
  const format = lineFormat(path);
  if (format !== undefined) return (await import("./openLines.ts")).openLines(path, format, application);
  const file = await readJsonFile(path);
  const parsed = contentSchema(file.value).safeParse(file.value);
  if (!parsed.success) {
    throw refused(file, parsed.error.issues);
  }
  const content = parsed.data;
  refuseRepeatedIds(file, content);
  const find = indexByKey(path, [...content.users.map(named("User")), ...content.groups.map(named("Group"))]);
  const roles = assignedRoles(file, content, application, find);
  const read = objectReader();
  const objectOf = (objectType: "User" | "Group") => (written: WrittenUser | WrittenGroup) => {
    const assigned = roles?.get(idOf(written));
    const surroundings = {
      assigned: roles === undefined || assigned !== undefined,
      idFor: (key: string) => find(key) ?? key,
    };
    return read(objectType, written, {
      ...surroundings,
      ...(objectType === "User" && assigned && { roles: assigned }),
    });
  };
  const users = content.users.map(objectOf("User"));
  const groups = content.groups.map(objectOf("Group"));
  const byId = new Map([...users, ...groups].map(object => [object.id, object]));
  const findObject = (key: string) => byId.get(find(key) ?? "");
  const locate = async (key: string) => {
    const object = findObject(key);
    if (object === undefined) return undefined;
    const list = object.objectType === "User" ? users : groups;
    const written = await readJsonFile(path);
    return written.position([...listOf(written, object.objectType), list.indexOf(object)]);
  };
  return { users, groups, find: findObject, locate };
}

/** The list of users alone, Graph's answer, or the lists of a directory file. */
function listOf({ value }: JsonFile, objectType: "User" | "Group"): readonly string[] {
  if (Array.isArray(value)) return [];
  if (objectType === "Group") return ["groups"];
  return typeof value === "object" && value !== null && "value" in value ? ["value"] : ["users"];
}

function named(objectType: "User" | "Group") {
  return (written: WrittenUser | WrittenGroup) => ({ id: idOf(written), names: namesOf(objectType, written) });
}

function refuseRepeatedIds(file: JsonFile, { users, groups }: DirectoryContent): void {
  const seen = new Set<string>();
  for (const [list, objects] of [
    ["users", users],
    ["groups", groups],
  ] as const) {
    for (const [index, written] of objects.entries()) {
      const id = idOf(written).toLowerCase();
      if (seen.has(id)) {
        const member = [list, index, "id"];
        throw new InputError(
          l10n.t`${file.place(member)}: ${memberName(member)} is "${id}", as another object has. Give each its own.`,
        );
      }
      seen.add(id);
    }
  }
}
