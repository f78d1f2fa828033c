import type { ProvisioningResult } from "../engine/result.ts";
import type { DirectoryGroup, DirectoryMember, DirectoryUser } from "./directory.ts";
import type { Environment } from "./environments.ts";

export type { ProvisioningResult } from "../engine/result.ts";

export type PreviewParams = PreviewedKey & {
  readonly uri: string;
  /** The name of the mapping; absent: the first enabled one whose source object fits. */
  readonly mapping?: string;
  readonly environment?: string;
  /** True: provision for real. The client has asked the person. */
  readonly provision: boolean;
  /** True: the result compares the requests with and without the flag of the tenant URL. */
  readonly comparesWire?: boolean;
  /** Source attributes: the result tells what an incremental cycle may do in which only these have changed. */
  readonly changed?: readonly string[];
};

/** Whom a preview is of. */
export type PreviewedKey =
  /** The user's id, userPrincipalName or mail. */
  | { readonly user: string; readonly group?: undefined }
  /** The group's id, displayName or mail, and up to five of its members by id, userPrincipalName or mail; absent: the first five. */
  | { readonly group: string; readonly members?: readonly string[] };

/** An answer, or why there is none: one sentence with the place and the remedy. */
export type PreviewAnswer =
  | {
      readonly kind: "result";
      readonly result: ProvisioningResult;
      readonly previewed: Previewed;
      readonly environment: Environment;
      readonly access: EndpointAccess;
    }
  | { readonly kind: "refused"; readonly message: string };

/** Whom a preview was of, as the directory has them now. */
export type Previewed =
  | { readonly kind: "user"; readonly user: DirectoryUser }
  /** With the members that came with the group. */
  | { readonly kind: "group"; readonly group: DirectoryGroup; readonly members: readonly DirectoryMember[] };

/** How an endpoint is reached by a person who sends a request by hand. Nothing in it is a secret. */
export interface EndpointAccess {
  /** What stands in front of a request's path, `https://scim.example/v2`; absent for the sandbox, whose address changes. */
  readonly address?: string;
  /** The flag that every request carries in its query. */
  readonly flag?: string;
  readonly authentication: "bearer" | "basic" | "oauth" | "none";
  /** Who signs in, where the secret is the password alone. */
  readonly user?: string;
  /** The environment variable in which the command line looks for the secret. */
  readonly variable?: string;
}
