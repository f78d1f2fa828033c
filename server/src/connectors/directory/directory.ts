import type { SourceObject } from "../../engine/ports.ts";
import type { Position } from "../jsonFile.ts";

/** The source users and groups, in the order of the file; of a file in which each stands by itself, the first thousand of each. */
export interface Directory {
  readonly users: readonly SourceObject[];
  readonly groups: readonly SourceObject[];
  /**
   * The object with that id, userPrincipalName (of a guest: either form), mail or, for a group, displayName; case does
   * not matter. Throws InputError where several have it.
   */
  readonly find: (key: string) => SourceObject | undefined;
  /** Where the object with that key is written in the file; undefined where there is none. Throws InputError as `find` does. */
  readonly locate: (key: string) => Promise<Position | undefined>;
}
