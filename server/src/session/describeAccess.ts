import { endpointAddress } from "../connectors/scim/endpoint.ts";
import { secretVariable } from "../connectors/secrets/environmentSecret.ts";
import type { WorkspaceEnvironment } from "../connectors/workspace/loadWorkspace.ts";
import type { Application } from "../model/configuration.ts";
import type { EndpointAccess } from "../protocol/previews.ts";
import { sentFlag, wireOf } from "./wireOf.ts";

/** What a person needs to send a request of a run to its endpoint by hand, but for the secret. */
export function describeAccess(
  environment: WorkspaceEnvironment,
  application: Application | undefined,
): EndpointAccess {
  const { endpoint, authentication } = environment;
  const flag = sentFlag(environment, wireOf(environment, application));
  if (endpoint === "sandbox") return { ...flag, authentication: "bearer", variable: sandboxVariable };
  const { origin, basePath } = endpointAddress(endpoint);
  const { type, secret } = authentication;
  return {
    address: origin + basePath,
    ...flag,
    authentication: type,
    ...("user" in authentication && authentication.user !== undefined && { user: authentication.user }),
    ...(secret !== undefined && { variable: secretVariable(secret) }),
  };
}

/** Where a person keeps the token that `mapwright sandbox` was given or has told. */
const sandboxVariable = secretVariable("sandbox");
