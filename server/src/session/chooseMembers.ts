import * as l10n from "@vscode/l10n";
import { InputError } from "../connectors/inputError.ts";
import { toFlowValue } from "../engine/expression/evaluate.ts";
import type { SourceObject } from "../engine/ports.ts";
import { objectName } from "../engine/report/names.ts";

/** What provision on demand takes with a group at a time (provision-on-demand, "Known limitations"). */
const mostMembers = 5;

/**
 * The ids of the members that are provisioned with a group on demand: those that are named, else the first ones. Throws
 * InputError for too many, and for one that is no direct member.
 */
export function chooseMembers(
  keys: readonly string[] | undefined,
  group: SourceObject,
  find: (key: string) => SourceObject,
): readonly string[] {
  const members = [toFlowValue(group.attributes.get("members") ?? null) ?? []].flat();
  if (keys === undefined) return members.slice(0, mostMembers);
  if (keys.length > mostMembers)
    throw new InputError(
      l10n.t`Provision on demand takes up to ${mostMembers} members of a group, and these are ${keys.length}.`,
    );
  return keys.map(key => (members.includes(key) ? key : memberNamed(key, members, group, find)));
}

function memberNamed(
  key: string,
  members: readonly string[],
  group: SourceObject,
  find: (key: string) => SourceObject,
): string {
  const { id } = find(key);
  if (members.includes(id)) return id;
  throw new InputError(l10n.t`"${key}" is no direct member of the group ${objectName(group)}. Name one that is.`);
}
