import { pathToFileURL } from "node:url";
import { readJsonFile } from "../connectors/jsonFile.ts";
import { loadWorkspace, type Workspace } from "../connectors/workspace/loadWorkspace.ts";
import type { PlacedEnvironment, WorkspaceAnswer } from "../protocol/views.ts";
import { describeEnvironment } from "./openEnvironment.ts";

/** What the `mapwright.json` of a file or folder says. Throws InputError for one that cannot be read. */
export async function workspaceOverview(
  fileOrFolder: string,
): Promise<Extract<WorkspaceAnswer, { kind: "workspace" }>> {
  const workspace = await loadWorkspace(fileOrFolder);
  const { configurationFile, directory } = workspace;
  return {
    kind: "workspace",
    ...(configurationFile !== undefined && { configuration: pathToFileURL(configurationFile).href }),
    ...(directory !== undefined && { directory: pathToFileURL(directory).href }),
    environments: await placedEnvironments(workspace),
  };
}

async function placedEnvironments({
  configurationFile,
  environments,
}: Workspace): Promise<readonly PlacedEnvironment[]> {
  const described = Object.entries(environments).map(entry => describeEnvironment(...entry));
  if (configurationFile === undefined) return described;
  const { value, position } = await readJsonFile(configurationFile);
  const written = (value as { readonly environments?: object }).environments ?? {};
  return described.map(environment =>
    Object.hasOwn(written, environment.name)
      ? { ...environment, place: position(["environments", environment.name]) }
      : environment,
  );
}
