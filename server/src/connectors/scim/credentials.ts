import { InputError } from "../inputError.ts";
import { secretVariable } from "../secrets/environmentSecret.ts";

/** How an endpoint is addressed. `secret` is the name it is kept under. Basic without `user`: the secret is `user:password`. */
export interface EndpointAuthentication {
  readonly type: "bearer" | "basic" | "none";
  readonly secret?: string;
  readonly user?: string;
}

/** How requests prove who sends them, and how texts are kept free of it. */
export interface Credentials {
  /** The Authorization header; absent for an endpoint that asks for none. */
  readonly authorization?: string;
  /** The text with every form of the secret in it replaced. */
  readonly mask: (text: string) => string;
}

/** The credentials for an endpoint. Throws InputError where the secret is missing or cannot stand in a header. */
export function credentials(authentication: EndpointAuthentication, secret: string | undefined): Credentials {
  if (authentication.type === "none") {
    return { mask: text => text };
  }
  const value = secret?.trim() ?? "";
  if (value === "") {
    throw new InputError(missingSecret(authentication.secret));
  }
  if (!/^[\x20-\x7e]+$/.test(value)) {
    throw new InputError(
      `${named(authentication.secret)} holds line breaks or letters beyond ASCII, which no header can carry. Store it again without them.`,
    );
  }
  if (authentication.type === "bearer") {
    return { authorization: `Bearer ${value}`, mask: maskOf([value]) };
  }
  const pair = authentication.user === undefined ? value : `${authentication.user}:${value}`;
  const encoded = Buffer.from(pair).toString("base64");
  return { authorization: `Basic ${encoded}`, mask: maskOf([encoded, value]) };
}

function missingSecret(name: string | undefined): string {
  return name === undefined
    ? "The endpoint's authentication names no secret. Name the one that holds its token."
    : `${named(name)} is not set. Set the environment variable ${secretVariable(name)}, or store it with the editor's command.`;
}

function named(name: string | undefined): string {
  return name === undefined ? "The secret" : `The secret "${name}"`;
}

/** An endpoint may echo a secret as it is, inside JSON, or inside an address. */
function maskOf(secrets: readonly string[]): (text: string) => string {
  const forms = secrets.flatMap(secret => [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]);
  const longestFirst = [...new Set(forms)].sort((a, b) => b.length - a.length);
  return text => longestFirst.reduce((masked, form) => masked.replaceAll(form, "[secret]"), text);
}
