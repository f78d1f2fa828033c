import { type Test, testOf } from "./comparison.ts";
import type { Comparison, Filter, InvalidFilter } from "./filter.ts";
import type { FilterAttribute, FindFilterAttribute } from "./filterSchema.ts";

/** What a filter says of one resource, or of one element. */
export type Predicate = (value: unknown) => boolean;

/** A filter that is ready to be asked. */
export interface CompiledFilter {
  readonly kind: "compiled";
  readonly matches: Predicate;
}

/**
 * Makes a filter ready for the resources of a schema. Texts are compared as the attribute's caseExact says; of a list one
 * value is enough; what is not there equals null (RFC 7643 section 2.5); a complex value is compared by its `value`.
 */
export function compileFilter(filter: Filter, find: FindFilterAttribute): CompiledFilter | InvalidFilter {
  const matches = compile(filter, find);
  return typeof matches === "string" ? { kind: "invalid", message: matches } : { kind: "compiled", matches };
}

/** A predicate, or what is wrong. */
type Compiled = Predicate | string;

function compile(filter: Filter, find: FindFilterAttribute): Compiled {
  switch (filter.kind) {
    case "and":
    case "or":
      return chain(filter.kind, filter.terms, find);
    case "not": {
      const term = compile(filter.term, find);
      return typeof term === "string" ? term : value => !term(value);
    }
    case "present":
      return located(filter.attribute, find, ({ keys }) => at(keys, isPresent, "end"));
    case "compare":
      return located(filter.attribute, find, attribute => compare(filter, attribute));
    case "element":
      return located(filter.attribute, find, ({ keys, part }) => {
        const selects = compile(filter.filter, part);
        return typeof selects === "string" ? selects : at(keys, value => value != null && selects(value));
      });
  }
}

function chain(kind: "and" | "or", filters: readonly Filter[], find: FindFilterAttribute): Compiled {
  const compiled = filters.map(filter => compile(filter, find));
  const wrong = compiled.find(one => typeof one === "string");
  if (wrong !== undefined) return wrong;
  const both = kind === "and" ? conjunction : disjunction;
  return compiled.filter(one => typeof one !== "string").reduce(both);
}

function conjunction(left: Predicate, right: Predicate): Predicate {
  return value => left(value) && right(value);
}

function disjunction(left: Predicate, right: Predicate): Predicate {
  return value => left(value) || right(value);
}

function located(name: string, find: FindFilterAttribute, then: (attribute: FilterAttribute) => Compiled): Compiled {
  const attribute = find(name);
  return attribute === undefined ? `there is no attribute "${name}"` : then(attribute);
}

function compare(comparison: Comparison, attribute: FilterAttribute): Compiled {
  if (attribute.type === "complex") {
    const value = attribute.part("value");
    if (value === undefined) return `${comparison.attribute} has parts, of which one must be named`;
    return compare(comparison, { ...value, keys: [...attribute.keys, ...value.keys] });
  }
  const test = testOf(comparison, attribute);
  return typeof test === "string" ? test : at(attribute.keys, test);
}

/** Whether one of the values at these keys passes. */
function at(keys: readonly string[], test: Test, lists: "elements" | "end" = "elements"): Predicate {
  const last: Predicate = lists === "end" ? test : value => (Array.isArray(value) ? some(value, test) : test(value));
  return keys.reduceRight<Predicate>((inside, key) => beneath(key, inside), last);
}

function beneath(key: string, inside: Predicate): Predicate {
  return function step(value) {
    if (value == null) return inside(undefined);
    return Array.isArray(value) ? some(value, step) : inside((value as Readonly<Record<string, unknown>>)[key]);
  };
}

/** An empty list is no value at all. */
function some(values: readonly unknown[], test: Predicate): boolean {
  return values.length === 0 ? test(undefined) : values.some(test);
}

/** RFC 7644, `pr`: a value that is not empty, or a complex one that holds such a value. */
function isPresent(value: unknown): boolean {
  if (value == null || value === "") return false;
  return typeof value !== "object" || Object.values(value).some(isPresent);
}
