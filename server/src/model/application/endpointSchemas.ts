/** What an endpoint says of its own attributes (RFC 7643 sections 6 and 7). */
export interface EndpointSchemas {
  readonly schemas: readonly ScimSchema[];
  /** Absent where the endpoint does not tell them. */
  readonly resourceTypes?: readonly ScimResourceType[];
}

export interface ScimSchema {
  /** The URN. */
  readonly id: string;
  readonly attributes: readonly ScimAttribute[];
}

export interface ScimAttribute {
  readonly name: string;
  readonly type: "string" | "boolean" | "decimal" | "integer" | "dateTime" | "binary" | "reference" | "complex";
  readonly multiValued: boolean;
  readonly required: boolean;
  readonly caseExact: boolean;
  readonly mutability: "readOnly" | "readWrite" | "immutable" | "writeOnly";
  readonly canonicalValues: readonly string[];
  readonly subAttributes: readonly ScimAttribute[];
}

export interface ScimResourceType {
  readonly name: string;
  /** The URN of the base schema. */
  readonly schema: string;
  /** The URNs of the extensions. */
  readonly extensions: readonly string[];
}
