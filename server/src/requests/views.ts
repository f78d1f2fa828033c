import type { Connection } from "../editing/connection.ts";
import { cancellable } from "../editing/handlers.ts";
import {
  type ApplicationsAnswer,
  type DirectoryAnswer,
  type ResetSandboxAnswer,
  type SandboxPageAnswer,
  type SandboxResourceAnswer,
  type TestConnectionAnswer,
  viewMethods,
  type WorkspaceAnswer,
} from "../protocol/views.ts";
import { createExplorer, type Sources } from "./explorer.ts";
import type { Runtime } from "./runtime.ts";
import { createTargets } from "./targets.ts";

/** Serves what the views of an editor show: applications, directory, environments and sandboxes. */
export function serveViews(connection: Connection, runtime: Runtime, sources: Sources): void {
  const explorer = createExplorer(runtime, sources);
  const targets = createTargets(runtime);
  connection.onRequest<ApplicationsAnswer, void>(viewMethods.applications, explorer.applications);
  connection.onRequest<WorkspaceAnswer, void>(viewMethods.workspace, explorer.workspace);
  connection.onRequest<DirectoryAnswer, void>(viewMethods.directory, explorer.directory);
  connection.onRequest<TestConnectionAnswer, void>(viewMethods.testConnection, cancellable(targets.testConnection));
  connection.onRequest<SandboxPageAnswer, void>(viewMethods.sandbox, targets.sandbox);
  connection.onRequest<SandboxResourceAnswer, void>(viewMethods.sandboxResource, targets.sandboxResource);
  connection.onRequest<ResetSandboxAnswer, void>(viewMethods.resetSandbox, targets.resetSandbox);
}
