/** What a filter has to know of an attribute (RFC 7643 section 2). */
export interface FilterAttribute {
  /** The names of the members on the way to it, as resources spell them; the URN of an extension is the first. */
  readonly keys: readonly string[];
  readonly type: "string" | "boolean" | "integer" | "decimal" | "dateTime" | "binary" | "reference" | "complex";
  readonly caseExact: boolean;
  /** Finds a part of a complex attribute, from its value or element on. */
  readonly part: FindFilterAttribute;
}

/** Finds an attribute by its name, with or without the URN of its schema, in any case; undefined where the schema has none. */
export type FindFilterAttribute = (name: string) => FilterAttribute | undefined;
