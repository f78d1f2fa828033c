import type { ScimFailure } from "../../../engine/ports.ts";

/** The members of the library's errors that are looked at. `error` and `error_description` are those of RFC 6749 section 5.2. */
interface LibraryError {
  readonly code?: unknown;
  readonly status?: number;
  readonly error?: string;
  readonly error_description?: string;
  readonly cause?: unknown;
}

/** What a person can do, by the `error` of a token endpoint. */
const remedies: Readonly<Record<string, string>> = {
  invalid_client:
    "Check clientId and the secret behind it, and whether the token endpoint wants them in the header: clientAuthentication.",
  invalid_scope: "Correct the scope: the token endpoint documents the ones that it knows.",
  unauthorized_client: "Allow the client the grant type client_credentials.",
  unsupported_grant_type: "Allow the grant type client_credentials at the token endpoint, or use a bearer token.",
};

const addressRemedy = "Check tokenEndpoint: the address must answer with a token as RFC 6749 section 5.1 says.";
const laterRemedy = "The token endpoint failed on its side: look into its log, then run again.";

/** What an answer of a token endpoint means that was no token; undefined for an error that is not about an answer. */
export function tokenRefusal(subject: string, caught: unknown): ScimFailure | undefined {
  const { code, cause, error, error_description: description, status = statusOf(cause) } = caught as LibraryError;
  if (typeof code !== "string" || !code.startsWith("OAUTH_")) return undefined;
  if (status === 429 || status >= 500) {
    const message = `${subject} was refused with ${status}.`;
    return { kind: "failure", status, message, remedy: laterRemedy, halt: { reason: "unreachable" } };
  }
  const halt = { reason: "credentials" } as const;
  if (error === undefined && status !== 401) {
    const message = `${subject} was answered with ${status} and no access token.`;
    return { kind: "failure", status, message, remedy: addressRemedy, halt };
  }
  const word = error ?? "invalid_client";
  const message = `${subject} was refused with ${status} ${word}${description ? `: ${oneLine(description)}` : ""}.`;
  return { kind: "failure", status, message, remedy: remedies[word] ?? addressRemedy, halt };
}

/** Of an answer that is no token the library keeps the response; what it says against a token's members came with 200. */
function statusOf(cause: unknown): number {
  return cause instanceof Response ? cause.status : 200;
}

function oneLine(description: string): string {
  return description.trim().replaceAll(/\s+/g, " ").replace(/\.$/, "");
}
