import type { AttributeFact } from "../catalogue/attribute.ts";
import { openTarget } from "../connectors/scim/openTarget.ts";
import type { WorkspaceEnvironment } from "../connectors/workspace/loadWorkspace.ts";
import type { TargetSystem } from "../engine/ports.ts";
import { resourceType } from "../engine/requests/resourceType.ts";
import type { Wire } from "../engine/requests/wire.ts";
import type { Configuration } from "../model/configuration.ts";
import type { Environment } from "../protocol.ts";
import type { Sandboxes } from "./sandboxes.ts";
import { sentFlag } from "./wireOf.ts";

/** What is told of an environment; the secret is its name. */
export function describeEnvironment(
  name: string,
  { endpoint, write, authentication }: WorkspaceEnvironment,
): Environment {
  return { name, endpoint, write, ...(authentication.secret !== undefined && { secret: authentication.secret }) };
}

/** What an endpoint needs besides its settings. */
export interface Means {
  /** Gives the secret of that name, when it is needed. */
  readonly secret: (name: string) => Promise<string | undefined>;
  readonly sandboxes: Sandboxes;
}

/**
 * The target of an environment. Each application has a sandbox of its own, which knows the attributes that its file declares
 * and is started where it does not run. Throws InputError where the secret is missing.
 */
export async function openEnvironment(
  environment: WorkspaceEnvironment,
  configuration: Configuration,
  wire: Wire,
  { secret, sandboxes }: Means,
): Promise<TargetSystem> {
  const { endpoint, authentication } = environment;
  const flag = sentFlag(environment, wire);
  if (endpoint === "sandbox") {
    const application = configuration.application?.name.text ?? "";
    const { url, token } = await sandboxes.for(application, environment, declaredForUsers(configuration));
    return openTarget({ endpoint: url, authentication: { type: "bearer" }, secret: token, ...flag });
  }
  const value = authentication.secret === undefined ? undefined : await secret(authentication.secret);
  return openTarget({ endpoint, authentication, ...(value !== undefined && { secret: value }), ...flag });
}

function declaredForUsers({ declarations }: Configuration): readonly AttributeFact[] {
  return declarations
    .filter(({ side, object }) => side === "target" && resourceType(object.text) === "User")
    .flatMap(({ attributes }) => attributes.map(({ fact }) => fact));
}
