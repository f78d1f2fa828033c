import type { ScimUser } from "./scimUsers.ts";

/** A library for SCIM filters. */
export interface FilterContender {
  /** From text to what the library makes of it first. Throws for a filter that it does not know. */
  readonly parse: (text: string) => unknown;
  /** From a target attribute as a mapping writes it to its parts. */
  readonly parsePath: (path: string) => unknown;
  /** How many of the users a filter finds, once it is made ready. */
  readonly prepare: (text: string) => (users: readonly ScimUser[]) => number;
  /** The users that it finds. */
  readonly find: (text: string, users: readonly ScimUser[]) => readonly ScimUser[];
}

/** A contender that gives a predicate. */
export function ofPredicate(
  parse: (text: string) => unknown,
  parsePath: (path: string) => unknown,
  predicateOf: (text: string) => (user: ScimUser) => boolean,
): FilterContender {
  return {
    parse,
    parsePath,
    prepare: text => {
      const matches = predicateOf(text);
      return users => {
        let hits = 0;
        for (const user of users) if (matches(user)) hits++;
        return hits;
      };
    },
    find: (text, users) => users.filter(predicateOf(text)),
  };
}
