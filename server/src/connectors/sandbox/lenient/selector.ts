import type { AttributePath, FindAttribute } from "../attributePath.ts";

/** A path with a selector: of `roles[primary eq "True"].value` list is `roles`, name `primary`, literal `"True"`, rest `value`. */
export interface Selector {
  readonly list: string;
  readonly name: string;
  /** As written: JSON. */
  readonly literal: string;
  /** Empty where the path ends with the selector. */
  readonly rest: string;
}

/** Undefined for a path without a selector, or with one that Entra does not write. */
export function readSelector(path: string): Selector | undefined {
  const [, list, name, literal, rest = ""] =
    /^([^[]+)\[\s*([\w$-]+)\s+eq\s+("(?:[^"\\]|\\.)*"|true|false|\d+)\s*\](?:\.(.+))?$/i.exec(path) ?? [];
  return list === undefined || name === undefined || literal === undefined ? undefined : { list, name, literal, rest };
}

/** The attribute that is meant, once the element is selected. */
export function selectedAttribute({ list, rest }: Selector, find: FindAttribute): AttributePath | undefined {
  return find(rest === "" ? list : `${list}.${rest}`);
}
