import * as l10n from "@vscode/l10n";
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
const remedies: ReadonlyMap<string, () => string> = new Map([
  [
    "invalid_client",
    () =>
      l10n.t(
        "Check clientId and the secret behind it, and whether the token endpoint wants them in the header: clientAuthentication.",
      ),
  ],
  ["invalid_scope", () => l10n.t("Correct the scope: the token endpoint documents the ones that it knows.")],
  ["unauthorized_client", () => l10n.t("Allow the client the grant type client_credentials.")],
  [
    "unsupported_grant_type",
    () => l10n.t("Allow the grant type client_credentials at the token endpoint, or use a bearer token."),
  ],
]);

const addressRemedy = () =>
  l10n.t("Check tokenEndpoint: the address must answer with a token as RFC 6749 section 5.1 says.");
const laterRemedy = () => l10n.t("The token endpoint failed on its side: look into its log, then run again.");

/** What an answer of a token endpoint means that was no token; undefined for an error that is not about an answer. */
export function tokenRefusal(subject: string, caught: unknown): ScimFailure | undefined {
  const { code, cause, error, error_description: description, status = statusOf(cause) } = caught as LibraryError;
  if (typeof code !== "string" || !code.startsWith("OAUTH_")) return undefined;
  if (status === 429 || status >= 500) {
    const message = l10n.t`${subject} was refused with ${status}.`;
    return { kind: "failure", status, message, remedy: laterRemedy(), halt: { reason: "unreachable" } };
  }
  const halt = { reason: "credentials" } as const;
  if (error === undefined && status !== 401) {
    const message = l10n.t`${subject} was answered with ${status} and no access token.`;
    return { kind: "failure", status, message, remedy: addressRemedy(), halt };
  }
  const word = error ?? "invalid_client";
  const reason = `${status} ${word}`;
  const message = description
    ? l10n.t`${subject} was refused with ${reason}: ${oneLine(description)}.`
    : l10n.t`${subject} was refused with ${reason}.`;
  return { kind: "failure", status, message, remedy: (remedies.get(word) ?? addressRemedy)(), halt };
}

/** Of an answer that is no token the library keeps the response; what it says against a token's members came with 200. */
function statusOf(cause: unknown): number {
  return cause instanceof Response ? cause.status : 200;
}

function oneLine(description: string): string {
  return description.trim().replaceAll(/\s+/g, " ").replace(/\.$/, "");
}
