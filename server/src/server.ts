import {
  type CancellationToken,
  type Connection,
  DidChangeWatchedFilesNotification,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  type Position,
  ResponseError,
  type TextDocumentIdentifier,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { capabilitiesFor, clientOf, unknownClient } from "./capabilities.ts";
import { createDiagnosis } from "./diagnosis.ts";
import { createDocumentStore, type DocumentStore } from "./documents.ts";
import { codeActions } from "./features/codeActions.ts";
import { codeLens } from "./features/codeLens.ts";
import { withoutSnippet } from "./features/completion/snippet.ts";
import { completion } from "./features/completion.ts";
import { documentSymbols } from "./features/documentSymbols.ts";
import { folding } from "./features/folding.ts";
import { formatting } from "./features/formatting.ts";
import { hover } from "./features/hover.ts";
import { signatureHelp } from "./features/signatureHelp.ts";
import { offsetAt } from "./language/lines.ts";
import type { ProvmapDocument } from "./model/document.ts";
import { createPreviews } from "./previews.ts";
import {
  type EnvironmentsAnswer,
  methods,
  type PreviewAnswer,
  type RunTestsAnswer,
  type SecretAnswer,
  type SecretParams,
  type UsersAnswer,
} from "./protocol.ts";
import { createRuleLevels } from "./ruleLevels.ts";

/** Serves the Language Server Protocol, and the requests of protocol.ts, over a connection until it closes. */
export function startServer(connection: Connection): void {
  let client = unknownClient;
  const texts = new TextDocuments(TextDocument);
  const documents = createDocumentStore(texts);
  const warn = (message: string) => connection.console.warn(message);
  const levels = createRuleLevels(warn);
  const diagnosis = createDiagnosis(documents, levels, {
    asks: () => client.pullsDiagnostics,
    publish: findings => connection.sendDiagnostics(findings),
    invite: async () => {
      if (client.refreshesDiagnostics) await connection.languages.diagnostics.refresh();
    },
    warn,
  });
  const previews = createPreviews({
    isTrusted: () => client.isTrusted,
    textOf: uri => texts.get(uri)?.getText(),
    secret: name => askSecret(connection, name),
  });
  const { of, at } = handlers(documents);

  connection.onInitialize(params => {
    client = clientOf(params);
    return capabilitiesFor(client);
  });
  connection.onInitialized(() => watchConfiguration(connection, client.watchesFiles).catch(error => warn(`${error}`)));
  const completionItems = (document: ProvmapDocument, offset: number) => {
    const items = completion(document, offset);
    return client.takesSnippets ? items : items.map(withoutSnippet);
  };
  connection.onCompletion(at(completionItems));
  connection.onHover(at(hover));
  connection.onSignatureHelp(at(signatureHelp));
  connection.onDocumentSymbol(of(documentSymbols));
  connection.onFoldingRanges(of(folding));
  connection.onDocumentFormatting(of(formatting));
  connection.onCodeLens(of(codeLens));
  connection.onCodeAction(async ({ textDocument, range, context }) => {
    const known = await levels.of(textDocument.uri);
    return of(document => codeActions(document, range, context.only, known))({ textDocument });
  });
  connection.languages.diagnostics.on(async ({ textDocument: { uri } }) => ({
    kind: DocumentDiagnosticReportKind.Full,
    items: (await diagnosis.of(uri)).diagnostics,
  }));
  connection.onRequest<PreviewAnswer, void>(methods.preview, cancellable(previews.preview));
  connection.onRequest<RunTestsAnswer, void>(methods.runTests, cancellable(previews.runTests));
  connection.onRequest<UsersAnswer, void>(methods.users, cancellable(previews.users));
  connection.onRequest<EnvironmentsAnswer, void>(methods.environments, cancellable(previews.environments));
  connection.onDidChangeWatchedFiles(() => diagnosis.levelsChanged());
  connection.onShutdown(() => previews.close());
  texts.onDidChangeContent(({ document }) => diagnosis.changed(document.uri));
  texts.onDidClose(({ document }) => diagnosis.closed(document.uri));
  texts.listen(connection);
  connection.listen();
}

/** Features as handlers: `of` those of a whole document, `at` those of a place in it. A document that is not open has none. */
function handlers(documents: DocumentStore) {
  type InDocument = { readonly textDocument: TextDocumentIdentifier };
  const of =
    <T>(feature: (document: ProvmapDocument) => T) =>
    ({ textDocument }: InDocument): T | null => {
      const document = documents.get(textDocument.uri);
      return document === undefined ? null : (feature(document) ?? null);
    };
  const at =
    <T>(feature: (document: ProvmapDocument, offset: number) => T) =>
    ({ textDocument, position }: InDocument & { readonly position: Position }): T | null =>
      of(document => feature(document, offsetAt(document.text, document.lineStarts, position)))({ textDocument });
  return { of, at };
}

/** A long request as a handler: what the client cancels is aborted, and answered as cancelled. */
function cancellable<P, A>(run: (params: P, signal: AbortSignal) => Promise<A>) {
  return async (params: P, token: CancellationToken): Promise<A> => {
    const controller = new AbortController();
    const subscription = token.onCancellationRequested(() => controller.abort());
    const answer = await run(params, controller.signal).finally(() => subscription.dispose());
    if (token.isCancellationRequested) {
      throw new ResponseError(LSPErrorCodes.RequestCancelled, "The request was cancelled.");
    }
    return answer;
  };
}

/** Asks the client for a secret; a client that keeps none answers nothing. */
async function askSecret(connection: Connection, name: string): Promise<string | undefined> {
  const params: SecretParams = { name };
  const answer: SecretAnswer | null = await connection
    .sendRequest<SecretAnswer>(methods.secret, params)
    .catch(() => null);
  return answer?.value ?? undefined;
}

/** Has the client tell of every change of a `mapwright.json`. */
async function watchConfiguration(connection: Connection, canWatch: boolean): Promise<void> {
  if (!canWatch) return;
  const watchers = [{ globPattern: "**/mapwright.json" }];
  await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
}
