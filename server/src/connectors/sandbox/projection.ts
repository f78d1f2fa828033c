import type { Resource } from "../../engine/ports.ts";
import type { FindAttribute } from "./attributePath.ts";

type Json = Readonly<Record<string, unknown>>;

/** Returned whatever is asked for (RFC 7643 sections 3 and 3.1). */
const always = [["schemas"], ["id"]];

/** The part of a resource that a query's `attributes` or `excludedAttributes` ask for (RFC 7644 section 3.9). Unknown names are ignored. */
export function projection(query: URLSearchParams, find: FindAttribute): (resource: Resource) => Resource {
  const named = (key: string) => (query.get(key) ?? "").split(",").flatMap(name => keysOf(name.trim(), find));
  const attributes = named("attributes");
  if (attributes.length > 0) {
    return resource => [...always, ...attributes].reduce<Json>((part, keys) => copy(resource, part, keys), {});
  }
  const excluded = named("excludedAttributes").filter(([first]) => first !== "schemas" && first !== "id");
  return resource => excluded.reduce<Json>(without, resource);
}

function keysOf(name: string, find: FindAttribute): readonly (readonly string[])[] {
  const path = find(name);
  return path === undefined ? [] : [path.keys];
}

function copy(from: Json, to: Json, [first = "", ...rest]: readonly string[]): Json {
  const value = from[first];
  if (value === undefined) {
    return to;
  }
  if (rest.length === 0) {
    return { ...to, [first]: value };
  }
  const part = Array.isArray(value)
    ? value.map((element, index) => copy(element, (to[first] as readonly Json[] | undefined)?.[index] ?? {}, rest))
    : copy(value as Json, (to[first] as Json | undefined) ?? {}, rest);
  return { ...to, [first]: part };
}

function without(from: Json, [first = "", ...rest]: readonly string[]): Json {
  const { [first]: value, ...others } = from;
  if (rest.length === 0 || value === undefined) {
    return others;
  }
  const part = Array.isArray(value) ? value.map(element => without(element, rest)) : without(value as Json, rest);
  return { ...others, [first]: part };
}
