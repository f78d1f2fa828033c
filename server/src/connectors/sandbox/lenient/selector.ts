import type { AttributePath, FindAttribute } from "../attributePath.ts";

/** A path with a selector: of `roles[primary eq "True"].value` list is `roles`, name `primary`, value "True", rest `value`. */
export interface Selector {
  readonly list: string;
  readonly name: string;
  readonly value: unknown;
  /** Empty where the path ends with the selector. */
  readonly rest: string;
}

/** Undefined for a path without a selector, or with one that Entra does not write. */
export function readSelector(path: string): Selector | undefined {
  const [, list, name, literal, rest = ""] =
    /^([^[]+)\[\s*([\w$-]+)\s+eq\s+("(?:[^"\\]|\\.)*"|true|false|\d+)\s*\](?:\.(.+))?$/.exec(path) ?? [];
  if (list === undefined || name === undefined || literal === undefined) {
    return undefined;
  }
  try {
    return { list, name, value: JSON.parse(literal), rest };
  } catch {
    return undefined;
  }
}

/** The attribute that is meant, once the element is selected. */
export function selectedAttribute({ list, rest }: Selector, find: FindAttribute): AttributePath | undefined {
  return find(rest === "" ? list : `${list}.${rest}`);
}
