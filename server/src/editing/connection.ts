import type { CancellationToken, MessageConnection } from "vscode-jsonrpc";
import type * as lsp from "vscode-languageserver-protocol";

/**
 * The connection to a client. It speaks JSON-RPC; of the Language Server Protocol, whose library is larger than all that
 * this server has to load before it answers, only the types are used.
 */
export type Connection = MessageConnection;

/** The requests of the Language Server Protocol that the server answers, by method. */
interface Requests {
  readonly initialize: typeof lsp.InitializeRequest.type;
  readonly shutdown: typeof lsp.ShutdownRequest.type;
  readonly "textDocument/codeAction": typeof lsp.CodeActionRequest.type;
  readonly "textDocument/codeLens": typeof lsp.CodeLensRequest.type;
  readonly "codeLens/resolve": typeof lsp.CodeLensResolveRequest.type;
  readonly "textDocument/completion": typeof lsp.CompletionRequest.type;
  readonly "completionItem/resolve": typeof lsp.CompletionResolveRequest.type;
  readonly "textDocument/definition": typeof lsp.DefinitionRequest.type;
  readonly "textDocument/diagnostic": typeof lsp.DocumentDiagnosticRequest.type;
  readonly "workspace/diagnostic": typeof lsp.WorkspaceDiagnosticRequest.type;
  readonly "textDocument/documentHighlight": typeof lsp.DocumentHighlightRequest.type;
  readonly "textDocument/documentLink": typeof lsp.DocumentLinkRequest.type;
  readonly "textDocument/documentSymbol": typeof lsp.DocumentSymbolRequest.type;
  readonly "textDocument/foldingRange": typeof lsp.FoldingRangeRequest.type;
  readonly "textDocument/formatting": typeof lsp.DocumentFormattingRequest.type;
  readonly "textDocument/rangeFormatting": typeof lsp.DocumentRangeFormattingRequest.type;
  readonly "textDocument/onTypeFormatting": typeof lsp.DocumentOnTypeFormattingRequest.type;
  readonly "textDocument/hover": typeof lsp.HoverRequest.type;
  readonly "textDocument/inlayHint": typeof lsp.InlayHintRequest.type;
  readonly "textDocument/linkedEditingRange": typeof lsp.LinkedEditingRangeRequest.type;
  readonly "textDocument/prepareRename": typeof lsp.PrepareRenameRequest.type;
  readonly "textDocument/rename": typeof lsp.RenameRequest.type;
  readonly "textDocument/references": typeof lsp.ReferencesRequest.type;
  readonly "textDocument/selectionRange": typeof lsp.SelectionRangeRequest.type;
  readonly "textDocument/semanticTokens/full": typeof lsp.SemanticTokensRequest.type;
  readonly "textDocument/semanticTokens/full/delta": typeof lsp.SemanticTokensDeltaRequest.type;
  readonly "textDocument/semanticTokens/range": typeof lsp.SemanticTokensRangeRequest.type;
  readonly "textDocument/signatureHelp": typeof lsp.SignatureHelpRequest.type;
  readonly "workspace/symbol": typeof lsp.WorkspaceSymbolRequest.type;
}

/** What is asked, and what is answered. */
type Exchange<M extends keyof Requests> = NonNullable<Requests[M]["_"]>;

/** Answers a request of the Language Server Protocol. */
export function answer<M extends keyof Requests>(
  connection: Connection,
  method: M,
  handler: (params: Exchange<M>[0], token: CancellationToken) => Exchange<M>[1] | Promise<Exchange<M>[1]>,
): void {
  connection.onRequest<unknown, void>(method, handler);
}

/** LSP, `MessageType`. */
const messageTypes = { error: 1, warning: 2, info: 3, log: 4 } as const;

/** Writes a line into the log that the client keeps of its server. */
export function log(connection: Connection, type: keyof typeof messageTypes, message: string): void {
  const params: lsp.LogMessageParams = { type: messageTypes[type], message };
  // Where the client is gone, nobody reads it.
  connection.sendNotification("window/logMessage", params).catch(() => undefined);
}

/** Has the client tell of changes of the files that these patterns match. */
export async function watchFiles(connection: Connection, watchers: readonly lsp.FileSystemWatcher[]): Promise<void> {
  const method = "workspace/didChangeWatchedFiles";
  const params: lsp.RegistrationParams = {
    registrations: [{ id: crypto.randomUUID(), method, registerOptions: { watchers } }],
  };
  await connection.sendRequest("client/registerCapability", params);
}
