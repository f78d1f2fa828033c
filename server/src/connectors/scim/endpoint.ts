import * as l10n from "@vscode/l10n";

/** Where requests go: the origin, and the path in front of `/Users`. Neither holds credentials nor query keys. */
export interface EndpointAddress {
  readonly origin: string;
  readonly basePath: string;
}

/** The parts of a tenant URL that `endpointProblem` accepts. */
export function endpointAddress(endpoint: string): EndpointAddress {
  const { origin, pathname } = new URL(endpoint);
  return { origin, basePath: pathname.replace(/\/+$/, "") };
}

/** The flag by which a tenant URL alters how Entra writes requests (application-provisioning-config-problem-scim-compatibility), as it is written there. */
export function complianceFlag(endpoint: string): string | undefined {
  const keys = [...(URL.parse(endpoint)?.searchParams.keys() ?? [])];
  return keys.find(key => /^(?:aadOptscim062020|AzureAdScimPatch(?:062020|2017))$/i.test(key));
}

/** What a tenant URL must be and is not, to follow its name in a message; undefined for a good one. Plain http is for this machine alone. */
export function endpointProblem(endpoint: string): string | undefined {
  const url = URL.parse(endpoint);
  if (url === null || (url.protocol !== "https:" && url.protocol !== "http:")) {
    return l10n.t("must be an address that begins with https://, such as https://scim.example.com/scim");
  }
  if (url.username !== "" || url.password !== "") {
    return l10n.t("must not hold a user or password: keep them as a secret and name it under authentication");
  }
  if (url.protocol === "http:" && !isLoopback(url.hostname)) {
    return l10n.t(
      "must begin with https://: plain http would send the secret readable, and is accepted for localhost alone",
    );
  }
  return undefined;
}

/** True for the names and addresses of this machine. */
export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(\.\d+){3}$/.test(hostname);
}
