import { stat } from "node:fs/promises";
import { interactiveFigures } from "../connectors/scim/delivery/figures.ts";
import { loadWorkspace, type Workspace } from "../connectors/workspace/loadWorkspace.ts";
import { type ConnectionTest, testConnection } from "../engine/testConnection.ts";
import type { Configuration } from "../model/configuration.ts";
import type { ConnectionReport } from "../protocol/views.ts";
import { chooseEnvironment } from "./choose.ts";
import { openDocument } from "./openDocument.ts";
import { describeEnvironment, type Means, openEnvironment } from "./openEnvironment.ts";
import { realWorld } from "./session.ts";
import { usualConfiguration } from "./usualConfiguration.ts";
import { wireOf } from "./wireOf.ts";

export type { ConnectionReport } from "../protocol/views.ts";

/** The connection that is tested. */
export interface TestedConnection extends Means {
  /** The file whose application is provisioned, or a folder: then the requests are those of Entra's default mappings. */
  readonly file: string;
  /** The text that an editor has of the file; absent: the file is read. */
  readonly text?: string;
  /** The name of an environment of mapwright.json. */
  readonly environment: string;
  readonly signal?: AbortSignal;
}

/**
 * Tests the connection to an environment, as Entra does where admin credentials are entered. Throws InputError for what
 * cannot be read, an unknown environment and a missing secret; what the endpoint does is in the report.
 */
export async function testEnvironment(settings: TestedConnection): Promise<ConnectionReport> {
  const { environment: name, signal } = settings;
  const { configuration, workspace } = await open(settings);
  const environment = chooseEnvironment(name, workspace);
  const wire = wireOf(environment, configuration.application);
  const target = await openEnvironment(environment, configuration, wire, settings, interactiveFigures);
  const means = { target, world: realWorld, ...(signal && { signal }) };
  const { requests, failure } = await testThoroughly(configuration, means);
  return {
    environment: describeEnvironment(name, environment),
    state: failure === undefined ? "connected" : "failed",
    requests,
    ...(failure && { failure }),
  };
}

/** Mappings of which none is enabled would ask nothing, and so find nothing wrong. */
async function testThoroughly(
  { mappings }: Configuration,
  means: Parameters<typeof testConnection>[1],
): Promise<ConnectionTest> {
  const test = await testConnection(mappings, means);
  return test.requests.length > 0 ? test : testConnection(usualConfiguration().mappings, means);
}

async function open({
  file,
  text,
}: TestedConnection): Promise<{ readonly configuration: Configuration; readonly workspace: Workspace }> {
  const found = await stat(file).catch(() => undefined);
  if (found?.isDirectory()) return { configuration: usualConfiguration(), workspace: await loadWorkspace(file) };
  const { document, workspace } = await openDocument(file, text);
  return { configuration: document.configuration, workspace };
}
