import type { Comparison, Filter } from "../../../server/src/engine/filter/filter.ts";
import type { FilterAttribute, FindFilterAttribute } from "../../../server/src/engine/filter/filterSchema.ts";

/**
 * What a filter says of a value, found anew for every value and by the words of RFC 7644 section 3.4.2.2 alone: all
 * values of the attribute are listed, and one of them has to pass.
 */
export function says(filter: Filter, value: unknown, find: FindFilterAttribute): boolean {
  switch (filter.kind) {
    case "and":
      return filter.terms.every(term => says(term, value, find));
    case "or":
      return filter.terms.some(term => says(term, value, find));
    case "not":
      return !says(filter.term, value, find);
    case "present":
      return valuesOf(value, known(filter.attribute, find).keys).some(holdsSomething);
    case "element": {
      const { keys, part } = known(filter.attribute, find);
      return valuesOf(value, keys).some(one => one !== undefined && says(filter.filter, one, part));
    }
    case "compare":
      return passes(filter, value, find);
  }
}

function known(name: string, find: FindFilterAttribute): FilterAttribute {
  const attribute = find(name);
  if (attribute === undefined) throw new Error(name);
  return attribute;
}

/** All values at these keys, elements of lists one by one; undefined stands for each that is absent. */
function valuesOf(value: unknown, keys: readonly string[]): readonly unknown[] {
  let values: readonly unknown[] = [value];
  for (const key of keys) {
    values = values.flatMap(one => {
      const held = (one as Readonly<Record<string, unknown>> | undefined)?.[key];
      return Array.isArray(held) && held.length > 0 ? held : [Array.isArray(held) ? undefined : held];
    });
  }
  return values;
}

function holdsSomething(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return false;
  return typeof value === "object" ? Object.values(value).some(holdsSomething) : true;
}

function passes({ attribute: name, operator, value: literal }: Comparison, value: unknown, find: FindFilterAttribute) {
  const attribute = known(name, find);
  const isComplex = attribute.type === "complex";
  const meant = isComplex ? known("value", attribute.part) : attribute;
  const keys = isComplex ? [...attribute.keys, "value"] : attribute.keys;
  const comparable = (one: unknown) => {
    if (typeof one === "string" && meant.type === "dateTime") return new Date(one).getTime();
    return typeof one === "string" && !meant.caseExact && meant.type !== "binary" ? one.toLowerCase() : one;
  };
  const right = comparable(literal);
  return valuesOf(value, keys).some(one => {
    const left = comparable(one);
    switch (operator) {
      case "eq":
        return right === null ? left == null : left === right;
      case "ne":
        return right === null ? left != null : left !== right;
      case "co":
        return typeof left === "string" && left.includes(right as string);
      case "sw":
        return typeof left === "string" && left.startsWith(right as string);
      case "ew":
        return typeof left === "string" && left.endsWith(right as string);
      default:
        return left != null && inOrder(operator, left as string, right as string);
    }
  });
}

function inOrder(operator: "gt" | "ge" | "lt" | "le", left: string, right: string): boolean {
  switch (operator) {
    case "gt":
      return left > right;
    case "ge":
      return left >= right;
    case "lt":
      return left < right;
    case "le":
      return left <= right;
  }
}
