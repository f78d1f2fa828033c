/** The attribute types of Microsoft Graph's `attributeDefinition`. */
export const attributeTypes = ["String", "Integer", "Boolean", "DateTime", "Reference", "Binary"] as const;
export type AttributeType = (typeof attributeTypes)[number];

/** `ReadWrite` unless the fact says otherwise. */
export type Mutability = "ReadWrite" | "ReadOnly" | "Immutable" | "WriteOnly";

/** What is known of one attribute of a source or target object. */
export interface AttributeFact {
  /** In Entra's spelling: `userPrincipalName`, `emails[type eq "work"].value`, `urn:…:User:department`. */
  readonly name: string;
  readonly type: AttributeType;
  readonly multivalued: boolean;
  readonly description: string;
  /** The property of Microsoft Graph's `user` or `group` that holds it, where it has another name; dots lead into an object. */
  readonly graphProperty?: string;
  readonly required?: boolean;
  /** Change detection and matching respect the case of letters. */
  readonly caseExact?: boolean;
  readonly mutability?: Mutability;
  /** The objects that a Reference points to. */
  readonly references?: readonly string[];
  /** The page or RFC section that it was taken from. */
  readonly source: string;
}

/** An object of a directory: `User` and `Group` of Entra, or a resource of the target. */
export interface ObjectFact {
  /** As a mapping names it: `User`, `urn:ietf:params:scim:schemas:extension:enterprise:2.0:User`. */
  readonly name: string;
  readonly attributes: readonly AttributeFact[];
}

type OtherFacts = Partial<Omit<AttributeFact, "name" | "description" | "source">>;

/** A single-valued String attribute, but for what `facts` say. */
export function attribute(name: string, description: string, source: string, facts: OtherFacts = {}): AttributeFact {
  return { name, type: "String", multivalued: false, ...facts, description, source };
}
