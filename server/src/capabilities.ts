import type {
  CodeActionKind,
  InitializeParams,
  InitializeResult,
  TextDocumentSyncKind,
  WorkspaceFoldersChangeEvent,
} from "vscode-languageserver-protocol";
import { fixAllKind } from "./features/fixAll.ts";
import { tokenModifiers, tokenTypes } from "./features/semanticTokenLegend.ts";
import type { Translations } from "./protocol.ts";

/** What the server needs to know of its client. */
export interface Client {
  /** Asks for diagnostics by itself; otherwise they are sent to it. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly refreshesInlayHints: boolean;
  readonly watchesFiles: boolean;
  /** Watches files that are named by a folder and a pattern in it. */
  readonly watchesAnywhere: boolean;
  readonly takesSnippets: boolean;
  readonly preparesRenames: boolean;
  readonly changesFolders: boolean;
  readonly tellsSettings: boolean;
  /** The addresses of the folders of the workspace. */
  readonly folders: readonly string[];
  /** False only where the client says so. */
  readonly isTrusted: boolean;
  /** The sample whose values are shown from the beginning. */
  readonly pinned: string | undefined;
  readonly translations: Translations;
}

/** What the client can do, by the capabilities and options that it sends. */
export function clientOf({
  capabilities,
  initializationOptions,
  rootUri,
  ...params
}: InitializeParams & { readonly workspaceFolders?: readonly { readonly uri: string }[] | null }): Client {
  const { textDocument, workspace } = capabilities;
  const options: unknown = initializationOptions;
  const folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (rootUri === null ? [] : [rootUri]);
  const isObject = typeof options === "object" && options !== null;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    refreshesInlayHints: workspace?.inlayHint?.refreshSupport === true,
    takesSnippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    preparesRenames: textDocument?.rename?.prepareSupport === true,
    changesFolders: workspace?.workspaceFolders === true,
    tellsSettings: workspace?.configuration === true,
    folders,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    watchesAnywhere:
      workspace?.didChangeWatchedFiles?.dynamicRegistration === true &&
      workspace.didChangeWatchedFiles.relativePatternSupport === true,
    isTrusted: !(isObject && "trusted" in options && options.trusted === false),
    pinned: isObject && "pinned" in options && typeof options.pinned === "string" ? options.pinned : undefined,
    translations: isObject && "translations" in options ? translationsOf(options.translations) : {},
  };
}

function translationsOf(bundle: unknown): Translations {
  if (typeof bundle !== "object" || bundle === null) return {};
  const texts = Object.entries(bundle).filter((entry): entry is [string, string] => typeof entry[1] === "string");
  return Object.fromEntries(texts);
}

/** The same client with other folders. */
export function withFolders(client: Client, { added, removed }: WorkspaceFoldersChangeEvent): Client {
  const gone = new Set(removed.map(({ uri }) => uri));
  return { ...client, folders: [...client.folders.filter(uri => !gone.has(uri)), ...added.map(({ uri }) => uri)] };
}

const incrementally: typeof TextDocumentSyncKind.Incremental = 2;
const codeActionKinds: CodeActionKind[] = ["quickfix", "refactor.rewrite", fixAllKind];

/** What the server can do for that client. */
export function capabilitiesFor(client: Client): InitializeResult {
  return {
    serverInfo: { name: "mapwright" },
    capabilities: {
      textDocumentSync: { openClose: true, change: incrementally },
      completionProvider: { triggerCharacters: [" ", "[", "(", ",", ":", '"', "$"], resolveProvider: true },
      hoverProvider: true,
      definitionProvider: true,
      referencesProvider: true,
      documentHighlightProvider: true,
      renameProvider: client.preparesRenames ? { prepareProvider: true } : true,
      linkedEditingRangeProvider: true,
      selectionRangeProvider: true,
      workspaceSymbolProvider: true,
      documentLinkProvider: { resolveProvider: false },
      inlayHintProvider: { resolveProvider: false },
      semanticTokensProvider: {
        legend: { tokenTypes: [...tokenTypes], tokenModifiers: [...tokenModifiers] },
        full: { delta: true },
        range: true,
      },
      signatureHelpProvider: { triggerCharacters: ["(", ","] },
      documentSymbolProvider: true,
      foldingRangeProvider: true,
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      documentOnTypeFormattingProvider: { firstTriggerCharacter: "}", moreTriggerCharacter: ["\n"] },
      codeActionProvider: { codeActionKinds },
      codeLensProvider: { resolveProvider: true },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      ...(client.pullsDiagnostics && {
        diagnosticProvider: { identifier: "mapwright", interFileDependencies: false, workspaceDiagnostics: true },
      }),
    },
  };
}
