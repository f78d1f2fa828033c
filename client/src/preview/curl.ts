import type { EndpointAccess, ProvisioningResult } from "../../../server/src/protocol/previews.ts";

type Request = Pick<ProvisioningResult["requests"][number], "method" | "path" | "body">;

/**
 * The command line by which a person sends a request from a POSIX shell, with the headers that Mapwright sends. Secrets and
 * the sandbox's address are variables of that shell: none of them is in the text.
 */
export function curl({ method, path, body }: Request, access: EndpointAccess): string {
  const options = [
    `--request ${method}`,
    ...authorization(access),
    "--header 'Accept: application/scim+json'",
    ...(body === undefined
      ? []
      : ["--header 'Content-Type: application/scim+json; charset=utf-8'", `--data-raw ${quoted(body)}`]),
  ];
  return [`curl ${address(path, access)}`, ...options].join(" \\\n  ");
}

/** `mapwright sandbox` tells its address and its token: they stand in these variables. */
function address(path: string, { address, flag }: EndpointAccess): string {
  const flagged = withFlag(path, flag);
  return address === undefined ? `"$MAPWRIGHT_SANDBOX_URL"${quoted(flagged)}` : quoted(address + flagged);
}

function withFlag(path: string, flag: string | undefined): string {
  if (flag === undefined) return path;
  const [pathname = "", query] = path.split("?");
  return query === undefined ? `${pathname}?${flag}` : `${pathname}?${flag}&${query}`;
}

function authorization({ authentication, user, variable = "SECRET" }: EndpointAccess): readonly string[] {
  switch (authentication) {
    case "none":
      return [];
    case "bearer":
      return [`--header "Authorization: Bearer $${variable}"`];
    case "oauth":
      return ['--header "Authorization: Bearer $ACCESS_TOKEN"'];
    case "basic":
      return [user === undefined ? `--user "$${variable}"` : `--user ${quoted(`${user}:`)}"$${variable}"`];
  }
}

/** Between single quotes nothing means anything to a POSIX shell; a single quote itself stands outside of them. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
