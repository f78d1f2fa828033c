import type { Directory } from "../connectors/directory/openDirectory.ts";
import { InputError } from "../connectors/inputError.ts";
import type { Workspace, WorkspaceEnvironment } from "../connectors/workspace/loadWorkspace.ts";
import type { SourceObject } from "../engine/ports.ts";
import type { Configuration, ObjectMapping } from "../model/configuration.ts";
import { findMapping } from "../model/findMapping.ts";
import { didYouMean, offer } from "../validation/didYouMean.ts";

/** The environment of that name. Throws InputError that names those there are. */
export function chooseEnvironment(name: string, { environments, configurationFile }: Workspace): WorkspaceEnvironment {
  const chosen = Object.hasOwn(environments, name) ? environments[name] : undefined;
  if (chosen !== undefined) return chosen;
  const known = Object.keys(environments);
  throw new InputError(
    `There is no environment "${name}"${configurationFile ? ` in ${configurationFile}` : ": no mapwright.json defines one"}.` +
      `${offer(didYouMean(name, known))} There is ${listed(known)}.`,
  );
}

/** The mapping of that name, or without a name the first enabled one for the object. Throws InputError that names those there are. */
export function chooseMapping(
  name: string | undefined,
  { objectType }: SourceObject,
  { mappings }: Configuration,
): ObjectMapping {
  const chosen = findMapping(name, objectType, mappings);
  if (chosen !== undefined) return chosen;
  if (name === undefined) throw new InputError(`The file has no mapping with "source: ${objectType}". Add one.`);
  const known = mappings.map(mapping => mapping.name.text);
  throw new InputError(
    `The file has no mapping "${name}".${offer(didYouMean(name, known))}` +
      (known.length === 0 ? " It has none at all." : ` It has ${listed(known)}.`),
  );
}

/** The user of that id, userPrincipalName or mail. Throws InputError that offers the likeliest one. */
export function chooseUser(key: string, path: string, directory: Directory): SourceObject {
  return chooseObject("User", key, path, directory);
}

const kinds = {
  User: {
    one: "user",
    list: "users",
    names: ["userPrincipalName", "mail"],
    called: "a user's id, userPrincipalName or mail",
  },
  Group: { one: "group", list: "groups", names: ["displayName", "mail"], called: "a group's id, displayName or mail" },
} as const;

/** The user or group of that id or name. Throws InputError that offers the likeliest one. */
export function chooseObject(
  objectType: SourceObject["objectType"],
  key: string,
  path: string,
  directory: Directory,
): SourceObject {
  const found = directory.find(key);
  const { one, list, names, called } = kinds[objectType];
  if (found?.objectType === objectType) return found;
  if (found !== undefined)
    throw new InputError(`"${key}" is a ${kinds[found.objectType].one} in ${path}. Name a ${one}.`);
  const suggestion = didYouMean(key, namesOf(directory[list], names));
  throw new InputError(
    `There is no ${one} "${key}" in ${path}.${offer(suggestion)}${suggestion === undefined ? ` Give ${called}.` : ""}`,
  );
}

function* namesOf(objects: readonly SourceObject[], names: readonly string[]): Generator<string> {
  for (const { attributes } of objects) {
    for (const name of names) {
      const value = attributes.get(name);
      if (typeof value === "string") yield value;
    }
  }
}

function listed(names: readonly string[]): string {
  return names.map(name => `"${name}"`).join(", ");
}
