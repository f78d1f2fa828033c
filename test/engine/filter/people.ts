import type { FilterAttribute, FindFilterAttribute } from "../../../server/src/engine/filter/filterSchema.ts";

/** A schema of a few attributes, one of every kind that a filter treats differently. */
interface Described {
  readonly type?: FilterAttribute["type"];
  readonly caseExact?: true;
  readonly parts?: Readonly<Record<string, Described>>;
}

export const urn = "urn:contoso:2.0:User";

const element = { value: {}, type: {}, primary: { type: "boolean" } } as const;
const attributes: Readonly<Record<string, Described>> = {
  id: { caseExact: true },
  userName: {},
  title: {},
  active: { type: "boolean" },
  shoeSize: { type: "integer" },
  photo: { type: "binary" },
  hired: { type: "dateTime" },
  name: { type: "complex", parts: { givenName: {}, familyName: {} } },
  emails: { type: "complex", parts: element },
  manager: { type: "complex", parts: { value: { caseExact: true }, displayName: {} } },
};
const extension: Readonly<Record<string, Described>> = { badge: { caseExact: true }, building: {} };

/** Finds an attribute of the schema, in any case. */
export const findAttribute: FindFilterAttribute = name =>
  name.toLowerCase().startsWith(`${urn}:`.toLowerCase())
    ? within(extension, [urn])(name.slice(urn.length + 1))
    : within(attributes, [])(name);

function within(described: Readonly<Record<string, Described>>, keys: readonly string[]): FindFilterAttribute {
  return name => {
    const [first = "", ...rest] = name.split(".");
    const key = Object.keys(described).find(one => one.toLowerCase() === first.toLowerCase());
    const found = key === undefined ? undefined : described[key];
    if (key === undefined || found === undefined) return undefined;
    const { type = "string", caseExact = false, parts = {} } = found;
    if (rest.length > 0) return within(parts, [...keys, key])(rest.join("."));
    return { keys: [...keys, key], type, caseExact, part: within(parts, []) };
  };
}
