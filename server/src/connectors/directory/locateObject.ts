import { type JsonFile, type Position, readJsonFile } from "../jsonFile.ts";
import type { Directory } from "./openDirectory.ts";

/** Where an object of a directory is written in its file; undefined for a key that no object has. Throws InputError where several have it. */
export async function locateObject(path: string, directory: Directory, key: string): Promise<Position | undefined> {
  const object = directory.find(key);
  if (object === undefined) return undefined;
  const list = object.objectType === "User" ? directory.users : directory.groups;
  const file = await readJsonFile(path);
  return file.position([...listOf(file, object.objectType), list.indexOf(object)]);
}

/** The list of users alone, Graph's answer, or the lists of a directory file. */
function listOf({ value }: JsonFile, objectType: "User" | "Group"): readonly string[] {
  if (Array.isArray(value)) return [];
  if (objectType === "Group") return ["groups"];
  return typeof value === "object" && value !== null && "value" in value ? ["value"] : ["users"];
}
