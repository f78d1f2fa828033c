import type { CancellationToken } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type {
  ApplicationsAnswer,
  ApplicationsParams,
  DirectoryAnswer,
  DirectoryParams,
  ResetSandboxAnswer,
  SandboxPageAnswer,
  SandboxPageParams,
  SandboxParams,
  SandboxResourceAnswer,
  SandboxResourceParams,
  TestConnectionAnswer,
  TestConnectionParams,
  viewMethods,
  WorkspaceAnswer,
  WorkspaceParams,
} from "../../../server/src/protocol/views.ts";
import { type Refusal, refused } from "../preview/provisioningServer.ts";

const methods: typeof viewMethods = {
  applications: "mapwright/applications",
  workspace: "mapwright/workspace",
  directory: "mapwright/directory",
  testConnection: "mapwright/testConnection",
  sandbox: "mapwright/sandbox",
  sandboxResource: "mapwright/sandboxResource",
  resetSandbox: "mapwright/resetSandbox",
};

/** The language server's requests of the views. A server that is away, or stops meanwhile, refuses. */
export interface ViewServer {
  readonly applications: (params: ApplicationsParams) => Promise<ApplicationsAnswer | Refusal>;
  readonly workspace: (params: WorkspaceParams) => Promise<WorkspaceAnswer>;
  readonly directory: (params: DirectoryParams) => Promise<DirectoryAnswer>;
  readonly testConnection: (params: TestConnectionParams, token: CancellationToken) => Promise<TestConnectionAnswer>;
  readonly sandbox: (params: SandboxPageParams) => Promise<SandboxPageAnswer>;
  readonly sandboxResource: (params: SandboxResourceParams) => Promise<SandboxResourceAnswer>;
  readonly resetSandbox: (params: SandboxParams) => Promise<ResetSandboxAnswer>;
}

/** The requests over the client's connection. */
export function viewServer(client: LanguageClient): ViewServer {
  const ask =
    <P, A>(method: string) =>
    (params: P, token?: CancellationToken): Promise<A | Refusal> =>
      client.sendRequest<A>(method, params, token).catch(refused);
  return {
    applications: ask<ApplicationsParams, ApplicationsAnswer>(methods.applications),
    workspace: ask<WorkspaceParams, WorkspaceAnswer>(methods.workspace),
    directory: ask<DirectoryParams, DirectoryAnswer>(methods.directory),
    testConnection: ask<TestConnectionParams, TestConnectionAnswer>(methods.testConnection),
    sandbox: ask<SandboxPageParams, SandboxPageAnswer>(methods.sandbox),
    sandboxResource: ask<SandboxResourceParams, SandboxResourceAnswer>(methods.sandboxResource),
    resetSandbox: ask<SandboxParams, ResetSandboxAnswer>(methods.resetSandbox),
  };
}
