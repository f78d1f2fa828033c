import * as l10n from "@vscode/l10n";
import { openDirectory } from "../connectors/directory/openDirectory.ts";
import { InputError } from "../connectors/inputError.ts";
import type { SourceDirectory, SourceObject } from "../engine/ports.ts";
import { chooseObject } from "./choose.ts";

/** The users and groups that a session can run. */
export interface Users {
  readonly all: readonly SourceObject[];
  readonly groups: readonly SourceObject[];
  /** The user of that id, userPrincipalName or mail. Throws InputError where there is none. */
  readonly find: (key: string) => SourceObject;
  /** The user, or the group of that id, displayName or mail. Throws InputError where there is none. */
  readonly findObject: (objectType: SourceObject["objectType"], key: string) => SourceObject;
  /** Where objects find those that they point to. */
  readonly directory: SourceDirectory;
}

/** The users of a directory file, assigned as one application sees them; nobody where no file is named. */
export async function openUsers(path: string | undefined, application: string | undefined): Promise<Users> {
  if (path === undefined) return nobody;
  const directory = await openDirectory(path, application);
  const findObject: Users["findObject"] = (objectType, key) => chooseObject(objectType, key, path, directory);
  const { users: all, groups } = directory;
  return { all, groups, find: key => findObject("User", key), findObject, directory };
}

const nobody: Users = {
  all: [],
  groups: [],
  find: refuseWithoutDirectory,
  findObject: refuseWithoutDirectory,
  directory: { find: () => undefined },
};

function refuseWithoutDirectory(): never {
  throw noDirectory();
}

/** The error where a directory is needed and none is named. */
export function noDirectory(): InputError {
  return new InputError(
    l10n.t('No directory of users is named. Add "directory": "<file>" to mapwright.json, or give --directory.'),
  );
}
