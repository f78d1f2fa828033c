export interface EnvironmentsParams {
  readonly uri: string;
}

export type EnvironmentsAnswer =
  | { readonly kind: "environments"; readonly environments: readonly Environment[] }
  | { readonly kind: "refused"; readonly message: string };

export interface Environment {
  readonly name: string;
  /** `sandbox`, or the address without credentials. */
  readonly endpoint: string;
  readonly write: boolean;
  /** The name of the secret it needs. */
  readonly secret?: string;
  /** Where that secret is sent, as SecretParams has it; empty for a sandbox, and absent without a secret. */
  readonly secretOrigins?: readonly string[];
}
