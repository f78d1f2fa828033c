/** A SCIM filter (RFC 7644 section 3.4.2.2). Attributes are as they are written; the schema says what they mean. */
export type Filter =
  | { readonly kind: "and" | "or"; readonly terms: readonly Filter[] }
  | { readonly kind: "not"; readonly term: Filter }
  | { readonly kind: "present"; readonly attribute: string }
  | Comparison
  /** One element of the attribute, or the complex value that it has, meets the filter: `emails[type eq "work"]`. */
  | { readonly kind: "element"; readonly attribute: string; readonly filter: Filter };

/** An attribute beside a value: `userName eq "ada"`. */
export interface Comparison {
  readonly kind: "compare";
  readonly attribute: string;
  readonly operator: Operator;
  readonly value: Literal;
}

export type Operator = "eq" | "ne" | "co" | "sw" | "ew" | "gt" | "ge" | "lt" | "le";

export type Literal = string | number | boolean | null;

/** A filter that cannot be read or does not fit the schema; `message` says why, without a full stop. */
export interface InvalidFilter {
  readonly kind: "invalid";
  readonly message: string;
}
