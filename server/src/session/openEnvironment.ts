import { openTarget } from "../connectors/scim/openTarget.ts";
import type { WorkspaceEnvironment } from "../connectors/workspace/loadWorkspace.ts";
import type { TargetSystem } from "../engine/ports.ts";
import type { Environment } from "../protocol.ts";
import type { Sandboxes } from "./sandboxes.ts";

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

/** The target of an environment; the sandbox is started where it does not run. Throws InputError where the secret is missing. */
export async function openEnvironment(
  environment: WorkspaceEnvironment,
  { secret, sandboxes }: Means,
): Promise<TargetSystem> {
  const { endpoint, authentication } = environment;
  if (endpoint === "sandbox") {
    const { url, token } = await sandboxes.for(environment);
    return openTarget({ endpoint: url, authentication: { type: "bearer" }, secret: token });
  }
  const value = authentication.secret === undefined ? undefined : await secret(authentication.secret);
  return openTarget({ endpoint, authentication, ...(value !== undefined && { secret: value }) });
}
