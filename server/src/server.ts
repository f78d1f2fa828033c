import { basename, dirname } from "node:path";
import { pathToFileURL } from "node:url";
import type {
  DidChangeWatchedFilesParams,
  DidChangeWorkspaceFoldersParams,
  FileSystemWatcher,
} from "vscode-languageserver-protocol";
import { type Client, withFolders } from "./capabilities.ts";
import { createAsked } from "./editing/asked.ts";
import { type Connection, log, watchFiles } from "./editing/connection.ts";
import { createDiagnosis } from "./editing/diagnosis.ts";
import { createDirectories, type Directories } from "./editing/directories.ts";
import { createDocumentStore } from "./editing/documents.ts";
import { serveLanguageFeatures } from "./editing/languageFeatures.ts";
import { createLiveValues, type LiveValues } from "./editing/liveValues.ts";
import { createOutside } from "./editing/outside.ts";
import { createProblemStore, type ProblemStore } from "./editing/problems.ts";
import { createRuleLevels } from "./editing/ruleLevels.ts";
import { openTexts } from "./editing/texts.ts";
import { createWorkspaceDocuments } from "./editing/workspaceDocuments.ts";
import { methods, type PinParams } from "./protocol.ts";
import type { Requests } from "./requests/serveRequests.ts";

/** A server that runs. */
export interface Server {
  /** Loads what serves a method, if that is not loaded before something needs it. */
  readonly ready: (method: string) => Promise<void>;
  /** Ends what it runs: jobs, the thread of impacts, sandboxes. */
  readonly close: () => Promise<void>;
}

/** How long after a document has been told of nobody waits any more for what editors ask along with it, in milliseconds. */
const settled = 100;

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
  const asked = createAsked();
  const diagnosis = createDiagnosis(
    { documents, workspace, problems, levels },
    {
      asks: () => client.pullsDiagnostics,
      publish: findings => connection.sendNotification("textDocument/publishDiagnostics", findings),
      invite: async () => {
        if (client.refreshesDiagnostics) await connection.sendRequest("workspace/diagnostic/refresh");
      },
      told: () => setTimeout(() => asked().catch(error => warn(`${error}`)), settled),
      warn,
    },
  );
  const directories = createDirectories();
  const live = openLiveValues(connection, { directories, problems }, () => client);

  connection.onNotification("initialized", () => {
    // A document that is opened finds the levels of its rules read.
    for (const folder of client.folders) levels.of(`${folder}/mapwright.json`);
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
    asked,
    outside: createOutside(() => client.isTrusted, directories),
    takesSnippets: () => client.takesSnippets,
  });
  connection.onNotification("workspace/didChangeWatchedFiles", ({ changes }: DidChangeWatchedFilesParams) => {
    workspace.changed();
    live.changed(changes.map(({ uri }) => uri));
    if (changes.some(({ uri }) => uri.endsWith("/mapwright.json"))) diagnosis.levelsChanged();
  });
  texts.onChanged(diagnosis.changed);
  texts.onClosed(diagnosis.closed);
  let requests: Promise<Requests> | undefined;
  const loadRequests = async () => {
    const { serveRequests } = await import("./requests/serveRequests.ts");
    return serveRequests(connection, () => client, { texts, workspace, problems, directories });
  };
  return {
    ready: async method => {
      if (!isBeyondEditing(method)) return;
      requests ??= loadRequests();
      await requests;
    },
    close: async () => (await requests)?.close(),
  };
}

/** True for the methods of protocol.ts but those that serve the editing of a text. */
function isBeyondEditing(method: string): boolean {
  return method.startsWith("mapwright/") && method !== methods.pin && method !== methods.mappingAt;
}

/** Live values whose hints are asked for again when they may be others, and that are told of changes of their directory. */
function openLiveValues(
  connection: Connection,
  sources: { readonly directories: Directories; readonly problems: ProblemStore },
  client: () => Client,
): LiveValues {
  const attempt = (action: Promise<void>) => void action.catch(error => log(connection, "warning", `${error}`));
  const live = createLiveValues({
    ...sources,
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

/** Every `mapwright.json`, and the `.provmap` files, which come and go. */
const ownFiles: readonly FileSystemWatcher[] = [{ globPattern: "**/mapwright.json" }, { globPattern: "**/*.provmap" }];

/** One file, wherever it lies. */
function watcherOf(path: string): FileSystemWatcher {
  const baseUri = pathToFileURL(dirname(path)).href;
  return { globPattern: { baseUri, pattern: basename(path).replaceAll(/[[\]{}*]/g, "?") } };
}
