import * as l10n from "@vscode/l10n";
import { InputError } from "../connectors/inputError.ts";
import { endpointProblem } from "../connectors/scim/endpoint.ts";
import type { NewAuthentication } from "../model/application/newApplication.ts";
import type { NewEndpoint } from "../protocol/applications.ts";

/**
 * How the requests to a new endpoint are authorized: what is not said is as usual. Throws InputError where OAuth lacks its
 * token endpoint or its client.
 */
export function newAuthentication(
  { authentication, secret, tokenEndpoint, clientId }: Omit<NewEndpoint, "endpoint">,
  usual: { readonly type: "bearer" | "basic"; readonly secret: string },
): NewAuthentication {
  const type = authentication ?? usual.type;
  if (type === "none") return { type };
  const named = secret ?? usual.secret;
  if (type !== "oauth") return { type, secret: named };
  if (tokenEndpoint === undefined || clientId === undefined) {
    throw new InputError(
      l10n.t("OAuth needs the address that gives out access tokens (--token-endpoint), and the client (--client-id)."),
    );
  }
  const problem = endpointProblem(tokenEndpoint);
  if (problem !== undefined) throw new InputError(l10n.t`The token endpoint ${problem}.`);
  return { type, secret: named, tokenEndpoint, clientId };
}
