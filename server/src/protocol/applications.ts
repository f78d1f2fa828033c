export interface GalleryTemplatesAnswer {
  readonly templates: readonly GalleryTemplateSummary[];
}

/** What a person chooses a template by. */
export interface GalleryTemplateSummary {
  readonly id: string;
  readonly name: string;
  readonly connector: "SCIM" | "SCIM 1.1" | "proprietary";
  /** With `{placeholders}`; absent where the gallery asks for none. */
  readonly tenantUrl?: string;
  readonly authentication: "bearer" | "basic";
  /** What the gallery asks for, in words. */
  readonly asks: string;
  readonly objects: readonly ("User" | "Group")[];
  /** The page of its provisioning tutorial, and the date that it gives itself. */
  readonly tutorial: string;
  readonly dated: string;
  readonly limits: readonly string[];
}

/** An endpoint and how it is addressed; the secret is its name. */
export interface NewEndpoint {
  readonly endpoint?: string;
  /** Absent: that of the template, or `bearer`. */
  readonly authentication?: "bearer" | "basic" | "oauth" | "none";
  readonly secret?: string;
  /** Of OAuth 2.0 client credentials: the address that gives out access tokens, and the client that it knows. */
  readonly tokenEndpoint?: string;
  readonly clientId?: string;
}

export interface TestEndpointParams extends NewEndpoint {
  readonly endpoint: string;
}

/** Whether the endpoint answers, and whether it tells its attributes; why not, in a sentence with the remedy. */
export type TestEndpointAnswer =
  | { readonly kind: "connected"; readonly schemas: EndpointSchemasReport }
  | { readonly kind: "refused"; readonly message: string };

export type EndpointSchemasReport =
  | { readonly kind: "found" }
  | { readonly kind: "failed"; readonly message: string; readonly remedy: string };

export interface NewApplicationParams extends NewEndpoint {
  /** The folder to write to. */
  readonly folder: string;
  /** The id of a gallery template; absent: a SCIM application that is not in the gallery. */
  readonly template?: string;
  /** Absent: that of the template. */
  readonly name?: string;
  readonly scope?: "assigned" | "all";
}

export type NewApplicationAnswer =
  | {
      readonly kind: "created";
      /** The `.provmap` file. */
      readonly uri: string;
      readonly name: string;
      /** The environment that was added; absent where no endpoint of SCIM 2.0 is known. */
      readonly environment?: string;
      readonly schemas?: EndpointSchemasReport;
    }
  | { readonly kind: "refused"; readonly message: string };

/**
 * The steps of setting up provisioning that can be seen from the workspace: an application is there, its mode is automatic,
 * its scope is said, its mappings are correct and match, somebody is assigned, its job has begun, and has ended a cycle.
 */
export type SetupStep = "application" | "mode" | "scope" | "mappings" | "assigned" | "started" | "monitored";

export interface SetupParams {
  /** Steps that are known to be done, and not looked at again. */
  readonly known: readonly SetupStep[];
}

/** The steps that are done for one of the workspace's applications or another. */
export interface SetupAnswer {
  readonly done: readonly SetupStep[];
}
