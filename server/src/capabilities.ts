import {
  CodeActionKind,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
} from "vscode-languageserver";

/** What the server needs to know of its client. */
export interface Client {
  /** Asks for diagnostics by itself; otherwise they are sent to it. */
  readonly pullsDiagnostics: boolean;
  readonly refreshesDiagnostics: boolean;
  readonly watchesFiles: boolean;
  readonly takesSnippets: boolean;
  /** False only where the client says so. */
  readonly isTrusted: boolean;
}

/** A client before it has introduced itself: it can do nothing. */
export const unknownClient: Client = {
  pullsDiagnostics: false,
  refreshesDiagnostics: false,
  watchesFiles: false,
  takesSnippets: false,
  isTrusted: false,
};

/** What the client can do, by the capabilities and options that it sends. */
export function clientOf({ capabilities, initializationOptions }: InitializeParams): Client {
  const { textDocument, workspace } = capabilities;
  const options: unknown = initializationOptions;
  const isObject = typeof options === "object" && options !== null;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    takesSnippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    isTrusted: !(isObject && "trusted" in options && options.trusted === false),
  };
}

/** What the server can do for that client. */
export function capabilitiesFor(client: Client): InitializeResult {
  return {
    serverInfo: { name: "mapwright" },
    capabilities: {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      completionProvider: { triggerCharacters: [" ", "[", "(", ",", ":", '"'] },
      hoverProvider: true,
      signatureHelpProvider: { triggerCharacters: ["(", ","] },
      documentSymbolProvider: true,
      foldingRangeProvider: true,
      documentFormattingProvider: true,
      codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite] },
      codeLensProvider: { resolveProvider: false },
      ...(client.pullsDiagnostics && {
        diagnosticProvider: { identifier: "mapwright", interFileDependencies: false, workspaceDiagnostics: false },
      }),
    },
  };
}
