import { findObject } from "../catalogue/index.ts";
import { attributesOf } from "../connectors/directory/attributes.ts";
import { openDirectory } from "../connectors/directory/openDirectory.ts";
import { InputError } from "../connectors/inputError.ts";
import { readJsonFile } from "../connectors/jsonFile.ts";
import type { Value } from "../functions/values.ts";
import { chooseUser } from "../session/choose.ts";
import { isRecord } from "./input.ts";

/** The attributes of the one user that a JSON file holds, under provisioning names. Throws InputError for a file that holds anything else. */
export async function readUser(path: string): Promise<ReadonlyMap<string, Value>> {
  const { value } = await readJsonFile(path);
  if (isRecord(value)) return attributesOf(value, findObject("source", "User") ?? { name: "User", attributes: [] });
  throw new InputError(`${path}: this is no user. Write one object of attributes: {"mail": "ada@contoso.com"}.`);
}

/** The attributes of a directory's user. Throws InputError for an unknown one. */
export async function findUser(directory: string, key: string): Promise<ReadonlyMap<string, Value>> {
  return chooseUser(key, directory, await openDirectory(directory)).attributes;
}
