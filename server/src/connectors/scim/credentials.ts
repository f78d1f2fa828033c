import * as l10n from "@vscode/l10n";
import type { ScimFailure } from "../../engine/ports.ts";
import { InputError } from "../inputError.ts";
import { secretVariable } from "../secrets/environmentSecret.ts";
import { maskOf } from "./mask.ts";

/** How an endpoint is addressed. `secret` is the name that the token, the password or the client secret is kept under. */
export type EndpointAuthentication = FixedAuthentication | ClientAuthentication;

/** What every request carries unchanged. Basic without `user`: the secret is `user:password`. */
export interface FixedAuthentication {
  readonly type: "bearer" | "basic" | "none";
  readonly secret?: string;
  readonly user?: string;
}

/** OAuth 2.0 client credentials (RFC 6749 section 4.4). */
export interface ClientAuthentication {
  readonly type: "oauth";
  readonly tokenEndpoint: string;
  readonly clientId: string;
  readonly secret?: string;
  readonly scope?: string;
  /** How the client proves itself to the token endpoint, in the words of RFC 8414; in the body where it is absent. */
  readonly clientAuthentication?: "client_secret_post" | "client_secret_basic";
}

/** How requests prove who sends them, and how texts are kept free of it. */
export interface Credentials {
  readonly authorize: (signal: AbortSignal | undefined) => Authorization | Promise<Authorization>;
  /** Says that the target refused this header, so that it is not given again where there can be another. */
  readonly renew: (refused: string | undefined) => void;
  /** The text with every form of the secrets in it replaced. */
  readonly mask: (text: string) => string;
}

/** The Authorization header, without a value for an endpoint that asks for none; or why there is none to be had. */
export type Authorization = { readonly kind: "header"; readonly value?: string } | ScimFailure;

/** Credentials that stay as they are. Throws InputError where the secret is missing or cannot stand in a header. */
export function fixedCredentials(authentication: FixedAuthentication, secret: string | undefined): Credentials {
  const { type, user } = authentication;
  if (type === "none") return fixed({ kind: "header" });
  const value = usableSecret(secret, authentication.secret);
  if (type === "bearer") return fixed({ kind: "header", value: `Bearer ${value}` }, value);
  const encoded = Buffer.from(user === undefined ? value : `${user}:${value}`).toString("base64");
  const password = user === undefined ? value.slice(value.indexOf(":") + 1) : value;
  return fixed({ kind: "header", value: `Basic ${encoded}` }, encoded, value, password);
}

function fixed(authorization: Authorization, ...secrets: readonly string[]): Credentials {
  return { authorize: () => authorization, renew: () => undefined, mask: maskOf(...secrets).mask };
}

/** The secret without the blanks around it. Throws InputError that has its name where it is missing or cannot stand in a header. */
export function usableSecret(secret: string | undefined, name: string | undefined): string {
  const value = secret?.trim() ?? "";
  if (value === "") throw new InputError(missingSecret(name));
  if (/^[\x20-\x7e]+$/.test(value)) return value;
  throw new InputError(unusableSecret(name));
}

function missingSecret(name: string | undefined): string {
  return name === undefined
    ? l10n.t("The endpoint's authentication names no secret. Name the one that holds its token.")
    : l10n.t`The secret "${name}" is not set. Run "Mapwright: Set Secret…" in the editor, or set the environment variable ${secretVariable(name)}.`;
}

function unusableSecret(name: string | undefined): string {
  return name === undefined
    ? l10n.t(
        "The secret holds line breaks or letters beyond ASCII, which no header can carry. Store it again without them.",
      )
    : l10n.t`The secret "${name}" holds line breaks or letters beyond ASCII, which no header can carry. Store it again without them.`;
}
