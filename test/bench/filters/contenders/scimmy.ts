import { Types } from "scimmy";
import type { FilterContender } from "../contender.ts";
import type { ScimUser } from "../scimUsers.ts";

const filterOf = (text: string) => new Types.Filter(text);
/** scimmy's types ask for its own resources, and its filter takes any. */
const matched = (text: string) => {
  const filter = filterOf(text);
  return (users: readonly ScimUser[]) => filter.match([...users]) as readonly ScimUser[];
};

export const contender: FilterContender = {
  parse: filterOf,
  parsePath: path => filterOf(`${path} pr`),
  prepare: text => {
    const find = matched(text);
    return users => find(users).length;
  },
  find: (text, users) => matched(text)(users),
};
