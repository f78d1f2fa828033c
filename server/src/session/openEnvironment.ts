import type { AttributeFact } from "../catalogue/attribute.ts";
import type { Sandbox } from "../connectors/sandbox/startSandbox.ts";
import type { Figures } from "../connectors/scim/delivery/figures.ts";
import { type Wait, waitText } from "../connectors/scim/delivery/wait.ts";
import { readCertificates } from "../connectors/scim/http/readCertificates.ts";
import type { AccessTokens } from "../connectors/scim/oauth/accessTokens.ts";
import { openTarget, type TargetSettings } from "../connectors/scim/openTarget.ts";
import { secretOrigins } from "../connectors/scim/secretOrigins.ts";
import type { WorkspaceEnvironment } from "../connectors/workspace/loadWorkspace.ts";
import type { TargetSystem } from "../engine/ports.ts";
import { resourceType } from "../engine/requests/resourceType.ts";
import type { Wire } from "../engine/requests/wire.ts";
import type { Configuration } from "../model/configuration.ts";
import type { Environment } from "../protocol/environments.ts";
import type { Sandboxes } from "./sandboxes.ts";
import { sentFlag } from "./wireOf.ts";

/** What is told of an environment; the secret is its name. */
export function describeEnvironment(
  name: string,
  { endpoint, write, authentication }: WorkspaceEnvironment,
): Environment {
  const { secret } = authentication;
  if (secret === undefined) return { name, endpoint, write };
  const origins = endpoint === "sandbox" ? [] : secretOrigins(endpoint, authentication);
  return { name, endpoint, write, secret, secretOrigins: origins };
}

/**
 * Gives the secret of that name, when it is needed, to be sent to these origins and no others; undefined where there is none.
 * Throws InputError where it may not be sent there.
 */
export type ReadSecret = (name: string, origins: readonly string[]) => Promise<string | undefined>;

/** What an endpoint needs besides its settings. */
export interface Means {
  readonly secret: ReadSecret;
  readonly sandboxes: Sandboxes;
  /** The access tokens of this process; absent: every target asks for its own. */
  readonly tokens?: AccessTokens;
  /** The proxy on the way, in the place of the one that the process environment names. */
  readonly proxy?: string;
  /** Told in a sentence of every wait of a second or more at its beginning: "The target asked to wait 30 s." */
  readonly onWait?: (sentence: string) => void;
}

/**
 * The target of an environment. Each application has a sandbox of its own, which knows the attributes that its file declares
 * and is started where it does not run. Throws InputError where the secret is missing, or may not be sent there.
 */
export async function openEnvironment(
  environment: WorkspaceEnvironment,
  configuration: Configuration,
  wire: Wire,
  means: Means,
  figures: Figures,
): Promise<TargetSystem> {
  const { endpoint, authentication } = environment;
  const flag = sentFlag(environment, wire);
  if (endpoint === "sandbox") {
    const { url, token } = await openSandbox(environment, configuration, means);
    const unlimited = { ...figures, requestsPerSecond: Number.POSITIVE_INFINITY };
    const bearer = { authentication: { type: "bearer" }, secret: token } as const;
    return openTarget({ endpoint: url, ...bearer, ...flag, figures: unlimited });
  }
  const { secret: name } = authentication;
  const secret = name === undefined ? undefined : await means.secret(name, secretOrigins(endpoint, authentication));
  const settings = { endpoint, authentication, ...(secret !== undefined && { secret }), ...flag };
  return openTarget({ ...settings, ...(await networkOf(environment, means, figures)) });
}

/** The sandbox of the application in an environment, started where it does not run. */
export function openSandbox(
  environment: WorkspaceEnvironment,
  configuration: Configuration,
  { sandboxes }: Pick<Means, "sandboxes">,
): Promise<Sandbox> {
  return sandboxes.for(configuration.application?.name.text ?? "", environment, {
    attributes: declared("User", configuration),
    groupAttributes: declared("Group", configuration),
  });
}

/** How an endpoint is reached: as the environment limits it, and by the means of this process. */
async function networkOf(
  { limits, certificateAuthority }: WorkspaceEnvironment,
  { tokens, proxy, onWait }: Means,
  figures: Figures,
): Promise<Omit<TargetSettings, "endpoint" | "authentication">> {
  const { requestsPerSecond = figures.requestsPerSecond, connections, secondsInAll } = limits;
  const authorities = certificateAuthority === undefined ? undefined : await readCertificates(certificateAuthority);
  return {
    figures: { ...figures, requestsPerSecond, ...inMilliseconds({ longestOperation: secondsInAll }) },
    timeouts: inMilliseconds({
      connect: limits.secondsToConnect,
      headers: limits.secondsToAnswer,
      body: limits.secondsOfSilence,
    }),
    network: {
      ...(connections !== undefined && { connections }),
      ...(authorities !== undefined && { authorities }),
      ...(proxy !== undefined && { proxy }),
    },
    ...(tokens !== undefined && { tokens }),
    ...(onWait !== undefined && { onWait: told(onWait) }),
  };
}

/** Nobody needs to hear of a wait that is over before the sentence is read. */
function told(onWait: (sentence: string) => void): (wait: Wait) => void {
  return wait => {
    if (wait.milliseconds >= 1000) onWait(waitText(wait));
  };
}

/** Seconds as milliseconds; what is not said stays so. */
function inMilliseconds<T extends string>(
  seconds: Readonly<Record<T, number | undefined>>,
): Partial<Record<T, number>> {
  const said = Object.entries<number | undefined>(seconds).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value * 1000]],
  );
  return Object.fromEntries(said);
}

function declared(type: "User" | "Group", { declarations }: Configuration): readonly AttributeFact[] {
  return declarations
    .filter(({ side, object }) => side === "target" && resourceType(object.text) === type)
    .flatMap(({ attributes }) => attributes.map(({ fact }) => fact));
}
