import type { Directory } from "../connectors/directory/openDirectory.ts";
import { InputError } from "../connectors/inputError.ts";
import type { Workspace, WorkspaceEnvironment } from "../connectors/workspace/loadWorkspace.ts";
import type { SourceObject } from "../engine/ports.ts";
import type { Configuration, ObjectMapping } from "../model/configuration.ts";
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
  const fitting = mappings.filter(mapping => mapping.sourceObject.text === objectType);
  const chosen =
    name === undefined
      ? (fitting.find(mapping => mapping.enabled) ?? fitting[0])
      : mappings.find(mapping => mapping.name.text === name);
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
  const found = directory.find(key);
  if (found?.objectType === "User") return found;
  if (found !== undefined) throw new InputError(`"${key}" is a group in ${path}. Name a user.`);
  const suggestion = didYouMean(key, names(directory.users));
  throw new InputError(
    `There is no user "${key}" in ${path}.${offer(suggestion)}` +
      (suggestion === undefined ? " Give a user's id, userPrincipalName or mail." : ""),
  );
}

function* names(users: readonly SourceObject[]): Generator<string> {
  for (const { attributes } of users) {
    for (const attribute of ["userPrincipalName", "mail"]) {
      const value = attributes.get(attribute);
      if (typeof value === "string") yield value;
    }
  }
}

function listed(names: readonly string[]): string {
  return names.map(name => `"${name}"`).join(", ");
}
