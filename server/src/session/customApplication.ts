import * as l10n from "@vscode/l10n";
import { InputError } from "../connectors/inputError.ts";
import { interactiveFigures } from "../connectors/scim/delivery/figures.ts";
import { type Discovery, discoverSchemas } from "../connectors/scim/discoverSchemas.ts";
import { endpointProblem } from "../connectors/scim/endpoint.ts";
import { openTarget } from "../connectors/scim/openTarget.ts";
import { secretOrigins } from "../connectors/scim/secretOrigins.ts";
import type { TargetSystem } from "../engine/ports.ts";
import { testConnection } from "../engine/testConnection.ts";
import { fromSchemas, withoutSchemas } from "../model/application/customApplication.ts";
import type { ApplicationSettings, NewApplication } from "../model/application/newApplication.ts";
import type { EndpointSchemasReport, TestEndpointAnswer } from "../protocol/applications.ts";
import type { ReadSecret } from "./openEnvironment.ts";
import { realWorld } from "./session.ts";
import { usualConfiguration } from "./usualConfiguration.ts";

/** How secrets are found out, and how a request is called off. */
export interface Asking {
  readonly readSecret: ReadSecret;
  readonly signal?: AbortSignal;
}

/** A SCIM application outside the gallery, of what its endpoint says of its schemas, or of Entra's defaults where it says nothing. */
export async function customApplication(
  settings: ApplicationSettings,
  asking: Asking,
): Promise<{ readonly application: NewApplication; readonly schemas: EndpointSchemasReport }> {
  const discovery = await discover(settings, asking);
  if (discovery.kind === "failed") {
    return { application: withoutSchemas(discovery.message, settings), schemas: discovery };
  }
  return { application: fromSchemas(discovery, settings), schemas: { kind: "found" } };
}

/** Tests the connection to the endpoint of a new application as Entra does where admin credentials are entered, and asks for its schemas. Throws InputError for an address or a secret that cannot work. */
export async function testEndpoint(settings: ApplicationSettings, asking: Asking): Promise<TestEndpointAnswer> {
  const target = await targetOf(settings, asking);
  const { signal } = asking;
  const means = { target, world: realWorld, ...(signal && { signal }) };
  const { failure } = await testConnection(usualConfiguration(settings).mappings, means);
  if (failure !== undefined) {
    return { kind: "refused", message: `${failure.reason} ${failure.recommendedAction}` };
  }
  const discovery = await discoverSchemas(target, signal);
  return { kind: "connected", schemas: discovery.kind === "found" ? { kind: "found" } : discovery };
}

async function discover(settings: ApplicationSettings, asking: Asking): Promise<Discovery> {
  try {
    return await discoverSchemas(await targetOf(settings, asking), asking.signal);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return {
      kind: "failed",
      message: error.message,
      remedy: l10n.t("Map the attributes that the application documents."),
    };
  }
}

async function targetOf(
  { endpoint, authentication = { type: "none" } }: ApplicationSettings,
  { readSecret }: Asking,
): Promise<TargetSystem> {
  if (endpoint === undefined) throw new InputError(l10n.t("No tenant URL is given."));
  const problem = endpointProblem(endpoint);
  if (problem !== undefined) throw new InputError(l10n.t`The tenant URL ${problem}.`);
  const secret =
    authentication.type === "none"
      ? undefined
      : await readSecret(authentication.secret, secretOrigins(endpoint, authentication));
  return openTarget({
    endpoint,
    authentication,
    figures: interactiveFigures,
    ...(secret !== undefined && { secret }),
  });
}
