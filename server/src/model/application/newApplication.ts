import type { AttributeFact } from "../../catalogue/attribute.ts";

/** What a person says of an application that is added. */
export interface ApplicationSettings {
  readonly name: string;
  /** The tenant URL, where it is known already. */
  readonly endpoint?: string;
  readonly authentication?: NewAuthentication;
  readonly scope: "assigned" | "all";
}

/** How requests are authorized; the secret is its name. */
export type NewAuthentication =
  | { readonly type: "bearer" | "basic"; readonly secret: string }
  /** OAuth 2.0 client credentials (RFC 6749 section 4.4): the secret is the client's. */
  | { readonly type: "oauth"; readonly secret: string; readonly tokenEndpoint: string; readonly clientId: string }
  | { readonly type: "none" };

/** An application to be written as a `.provmap` file. */
export interface NewApplication extends ApplicationSettings {
  readonly template: string;
  /** What stands above the application; each becomes a comment of its own. */
  readonly remarks: readonly string[];
  readonly objects: readonly NewObject[];
}

/** The mapping of one kind of object, and the attributes of its target that are to be declared. */
export interface NewObject {
  readonly source: "User" | "Group";
  readonly target: string;
  readonly sections: readonly NewSection[];
  /** What stands behind the last attribute mapping. */
  readonly remarks: readonly string[];
  readonly attributes: readonly NewAttribute[];
}

/** Attribute mappings that have something in common, which the comment says. */
export interface NewSection {
  readonly comment: string;
  readonly mappings: readonly NewMapping[];
}

export interface NewMapping {
  readonly target: string;
  /** What stands behind `<-`: an expression, or `none`. */
  readonly source: string;
  readonly match?: number;
  readonly default?: string;
  readonly onCreate?: true;
}

/** An attribute of the target; it is declared unless the catalogue says the same of it. */
export interface NewAttribute {
  readonly fact: AttributeFact;
  /** What stands above its declaration. */
  readonly remark?: string;
}
