import { basename, dirname } from "node:path";
import { pathToFileURL } from "node:url";
import type {
  ConfigurationParams,
  DidChangeWatchedFilesParams,
  DidChangeWorkspaceFoldersParams,
  FileSystemWatcher,
} from "vscode-languageserver-protocol";
import { type Client, withFolders } from "./capabilities.ts";
import { type Connection, log, watchFiles } from "./editing/connection.ts";
import { createDiagnosis } from "./editing/diagnosis.ts";
import { createDirectories, type Directories } from "./editing/directories.ts";
import { createDocumentStore } from "./editing/documents.ts";
import { cancellable } from "./editing/handlers.ts";
import { serveLanguageFeatures } from "./editing/languageFeatures.ts";
import { createLiveValues, type LiveValues } from "./editing/liveValues.ts";
import { createOutside } from "./editing/outside.ts";
import { createProblemStore } from "./editing/problems.ts";
import { createRuleLevels } from "./editing/ruleLevels.ts";
import { openTexts } from "./editing/texts.ts";
import { createWorkspaceDocuments } from "./editing/workspaceDocuments.ts";
import type {
  GalleryTemplatesAnswer,
  NewApplicationAnswer,
  SetupAnswer,
  TestEndpointAnswer,
} from "./protocol/applications.ts";
import type { MembersAnswer, UsersAnswer } from "./protocol/directory.ts";
import type { EnvironmentsAnswer } from "./protocol/environments.ts";
import type { PreviewAnswer } from "./protocol/previews.ts";
import type { ExportSchemaAnswer, ImportSchemaAnswer } from "./protocol/schemas.ts";
import type { RunTestsAnswer, SaveAsTestAnswer, TestFilesAnswer } from "./protocol/tests.ts";
import { methods, type PinParams, type SecretAnswer, type SecretParams, type ToolAnswer } from "./protocol.ts";
import { type Applications, createApplications } from "./requests/applications.ts";
import { serveImpacts } from "./requests/impacts.ts";
import { serveJobs } from "./requests/jobRequests.ts";
import { createModelTools, type ModelTools } from "./requests/modelTools.ts";
import { createPreviews, type Previews } from "./requests/previews.ts";
import { createRuntime } from "./requests/runtime.ts";
import { createSchemas, type Schemas } from "./requests/schemas.ts";
import { createTestFiles } from "./requests/testFiles.ts";
import { serveViews } from "./requests/views.ts";

/** A server that runs. */
export interface Server {
  /** Ends what it runs: jobs, the thread of impacts, sandboxes. */
  readonly close: () => Promise<void>;
}

/** Serves the Language Server Protocol, and the requests of protocol.ts, to a client that has introduced itself. */
export function startServer(connection: Connection, introduced: Client): Server {
  let client = introduced;
  const texts = openTexts(connection);
  const documents = createDocumentStore(texts);
  const warn = (message: string) => log(connection, "warning", message);
  const levels = createRuleLevels(warn);
  const problems = createProblemStore(levels);
  const workspace = createWorkspaceDocuments(documents, {
    uris: () => client.folders,
    areWatched: () => client.watchesFiles,
  });
  const diagnosis = createDiagnosis(
    { documents, workspace, problems, levels },
    {
      asks: () => client.pullsDiagnostics,
      publish: findings => connection.sendNotification("textDocument/publishDiagnostics", findings),
      invite: async () => {
        if (client.refreshesDiagnostics) await connection.sendRequest("workspace/diagnostic/refresh");
      },
      warn,
    },
  );
  const runtime = createRuntime({
    isTrusted: () => client.isTrusted,
    textOf: uri => texts.get(uri)?.getText(),
    secret: name => askSecret(connection, name),
    proxy: async () => (client.tellsSettings ? askProxy(connection) : undefined),
    onWait: sentence => log(connection, "info", sentence),
  });
  const previews = createPreviews(runtime);
  const applications = createApplications({
    isTrusted: () => client.isTrusted,
    secret: name => askSecret(connection, name),
    documents: () => workspace.all(),
  });
  const directories = createDirectories();
  const live = openLiveValues(connection, directories, () => client);
  const schemas = createSchemas(uri => texts.get(uri)?.getText());
  const tools = createModelTools(runtime, {
    folders: () => client.folders,
    textOf: uri => texts.get(uri)?.getText(),
  });

  connection.onNotification("initialized", () => {
    if (client.watchesFiles) watchFiles(connection, ownFiles).catch(error => warn(`${error}`));
    if (client.pinned !== undefined) live.pin(client.pinned);
    if (!client.changesFolders) return;
    connection.onNotification("workspace/didChangeWorkspaceFolders", ({ event }: DidChangeWorkspaceFoldersParams) => {
      client = withFolders(client, event);
      workspace.changed();
    });
  });
  serveLanguageFeatures(connection, {
    documents,
    workspace,
    problems,
    diagnosis,
    live,
    outside: createOutside(() => client.isTrusted, directories),
    takesSnippets: () => client.takesSnippets,
  });
  connection.onRequest<TestFilesAnswer, void>(methods.testFiles, createTestFiles(workspace));
  serveRequests(connection, { previews, applications, schemas, tools });
  serveViews(connection, runtime, { workspace, problems, directories });
  connection.onNotification("workspace/didChangeWatchedFiles", ({ changes }: DidChangeWatchedFilesParams) => {
    workspace.changed();
    live.changed(changes.map(({ uri }) => uri));
    if (changes.some(({ uri }) => uri.endsWith("/mapwright.json"))) diagnosis.levelsChanged();
  });
  const running = [serveJobs(connection, runtime, workspace), serveImpacts(connection, runtime, client.translations)];
  texts.onChanged(diagnosis.changed);
  texts.onClosed(diagnosis.closed);
  return { close: () => Promise.allSettled(running.map(({ close }) => close())).then(runtime.close) };
}

/** Serves what goes beyond the Language Server Protocol. */
function serveRequests(connection: Connection, { previews, applications, schemas, tools }: Answers): void {
  connection.onRequest<PreviewAnswer, void>(methods.preview, cancellable(previews.preview));
  connection.onRequest<RunTestsAnswer, void>(methods.runTests, cancellable(previews.runTests));
  connection.onRequest<SaveAsTestAnswer, void>(methods.saveAsTest, cancellable(previews.saveAsTest));
  connection.onRequest<UsersAnswer, void>(methods.users, cancellable(previews.users));
  connection.onRequest<MembersAnswer, void>(methods.members, cancellable(previews.members));
  connection.onRequest<ImportSchemaAnswer, void>(methods.importSchema, schemas.importSchema);
  connection.onRequest<ExportSchemaAnswer, void>(methods.exportSchema, schemas.exportSchema);
  connection.onRequest<GalleryTemplatesAnswer, void>(methods.galleryTemplates, applications.galleryTemplates);
  connection.onRequest<TestEndpointAnswer, void>(methods.testEndpoint, cancellable(applications.testEndpoint));
  connection.onRequest<NewApplicationAnswer, void>(methods.newApplication, cancellable(applications.newApplication));
  connection.onRequest<SetupAnswer, void>(methods.setup, applications.setup);
  connection.onRequest<ToolAnswer, void>(methods.tool, cancellable(tools.run));
  connection.onRequest<EnvironmentsAnswer, void>(methods.environments, cancellable(previews.environments));
}

interface Answers {
  readonly previews: Previews;
  readonly tools: ModelTools;
  readonly applications: Applications;
  readonly schemas: Schemas;
}

/** Live values whose hints are asked for again when they may be others, and that are told of changes of their directory. */
function openLiveValues(connection: Connection, directories: Directories, client: () => Client): LiveValues {
  const attempt = (action: Promise<void>) => void action.catch(error => log(connection, "warning", `${error}`));
  const live = createLiveValues({
    directories,
    isTrusted: () => client().isTrusted,
    folders: () => client().folders,
    invite: () => {
      if (client().refreshesInlayHints) attempt(connection.sendRequest("workspace/inlayHint/refresh"));
    },
    watch: path => {
      if (client().watchesAnywhere) attempt(watchFiles(connection, [watcherOf(path)]));
    },
  });
  connection.onNotification(methods.pin, ({ sample }: PinParams) => live.pin(sample ?? undefined));
  return live;
}

/** Asks the client for a secret; a client that keeps none answers nothing. */
async function askSecret(connection: Connection, name: string): Promise<string | undefined> {
  const params: SecretParams = { name };
  const answer: SecretAnswer | null = await connection
    .sendRequest<SecretAnswer>(methods.secret, params)
    .catch(() => null);
  return answer?.value ?? undefined;
}

/** Asks the client for its setting http.proxy, which is empty where it has none. */
async function askProxy(connection: Connection): Promise<string | undefined> {
  const params: ConfigurationParams = { items: [{ section: "http.proxy" }] };
  const [proxy]: readonly unknown[] = await connection
    .sendRequest<readonly unknown[]>("workspace/configuration", params)
    .catch(() => []);
  return typeof proxy === "string" && URL.canParse(proxy) ? proxy : undefined;
}

/** Every `mapwright.json`, and the `.provmap` files, which come and go. */
const ownFiles: readonly FileSystemWatcher[] = [{ globPattern: "**/mapwright.json" }, { globPattern: "**/*.provmap" }];

/** One file, wherever it lies. */
function watcherOf(path: string): FileSystemWatcher {
  const baseUri = pathToFileURL(dirname(path)).href;
  return { globPattern: { baseUri, pattern: basename(path).replaceAll(/[[\]{}*]/g, "?") } };
}
