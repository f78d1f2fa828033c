import * as l10n from "@vscode/l10n";
import type { Directory } from "../connectors/directory/directory.ts";
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
  const missing = configurationFile
    ? l10n.t`There is no environment "${name}" in ${configurationFile}.`
    : l10n.t`There is no environment "${name}": no mapwright.json defines one.`;
  throw new InputError(`${missing}${offer(didYouMean(name, known))} ${l10n.t`There is ${listed(known)}.`}`);
}

/** The mapping of that name, or without a name the first enabled one for the object. Throws InputError that names those there are. */
export function chooseMapping(
  name: string | undefined,
  { objectType }: SourceObject,
  { mappings }: Configuration,
): ObjectMapping {
  const chosen = findMapping(name, objectType, mappings);
  if (chosen !== undefined) return chosen;
  if (name === undefined) throw new InputError(l10n.t`The file has no mapping with "source: ${objectType}". Add one.`);
  throw noMapping(name, mappings);
}

/** The error for a name that no mapping of a file has: it offers the likeliest one, and names those there are. */
export function noMapping(name: string, mappings: readonly ObjectMapping[]): InputError {
  const known = mappings.map(mapping => mapping.name.text);
  const others = known.length === 0 ? l10n.t("It has none at all.") : l10n.t`It has ${listed(known)}.`;
  return new InputError(`${l10n.t`The file has no mapping "${name}".`}${offer(didYouMean(name, known))} ${others}`);
}

/** The user of that id, userPrincipalName or mail. Throws InputError that offers the likeliest one. */
export function chooseUser(key: string, path: string, directory: Directory): SourceObject {
  return chooseObject("User", key, path, directory);
}

const kinds = {
  User: { list: "users", names: ["userPrincipalName", "mail"], missing: noUser, another: groupNotUser },
  Group: { list: "groups", names: ["displayName", "mail"], missing: noGroup, another: userNotGroup },
} as const;

/** The user or group of that id or name. Throws InputError that offers the likeliest one. */
export function chooseObject(
  objectType: SourceObject["objectType"],
  key: string,
  path: string,
  directory: Directory,
): SourceObject {
  const found = directory.find(key);
  const { list, names, missing, another } = kinds[objectType];
  if (found?.objectType === objectType) return found;
  if (found !== undefined) throw new InputError(another(key, path));
  throw new InputError(missing(key, path, didYouMean(key, namesOf(directory[list], names))));
}

function noUser(key: string, path: string, suggestion: string | undefined): string {
  return suggestion === undefined
    ? l10n.t`There is no user "${key}" in ${path}. Give a user's id, userPrincipalName or mail.`
    : l10n.t`There is no user "${key}" in ${path}.` + offer(suggestion);
}

function noGroup(key: string, path: string, suggestion: string | undefined): string {
  return suggestion === undefined
    ? l10n.t`There is no group "${key}" in ${path}. Give a group's id, displayName or mail.`
    : l10n.t`There is no group "${key}" in ${path}.` + offer(suggestion);
}

function groupNotUser(key: string, path: string): string {
  return l10n.t`"${key}" is a group in ${path}. Name a user.`;
}

function userNotGroup(key: string, path: string): string {
  return l10n.t`"${key}" is a user in ${path}. Name a group.`;
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
