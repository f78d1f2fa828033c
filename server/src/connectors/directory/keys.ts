import * as l10n from "@vscode/l10n";
import { InputError } from "../inputError.ts";

/** What an object can be called by. */
interface Named {
  readonly id: string;
  /** Further names, unique in a good directory. */
  readonly names: readonly string[];
}

/** Finds the id of the object that a key names; undefined where there is none. Case does not matter. An id wins over other names. */
export type FindId = (key: string) => string | undefined;

/** An index of objects. Throws InputError, when asked, for a name that several objects have. */
export function indexByKey(path: string, objects: readonly Named[]): FindId {
  const ids = new Map(objects.map(({ id }) => [id.toLowerCase(), id]));
  const holders = new Map<string, Set<string>>();
  for (const { id, names } of objects) {
    for (const name of names) {
      const key = name.toLowerCase();
      holders.set(key, (holders.get(key) ?? new Set()).add(id));
    }
  }
  return key => {
    const found = [...(holders.get(key.toLowerCase()) ?? [])];
    const id = ids.get(key.toLowerCase());
    if (id === undefined && found.length > 1) {
      throw new InputError(
        l10n.t`${path}: "${key}" is ${found.length} objects: ${found.join(", ")}. Name one by its id.`,
      );
    }
    return id ?? found[0];
  };
}
