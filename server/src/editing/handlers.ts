import { setTimeout } from "node:timers/promises";
import * as l10n from "@vscode/l10n";
import { type CancellationToken, ResponseError } from "vscode-jsonrpc";
import type {
  DiagnosticServerCancellationData,
  LSPErrorCodes,
  Position,
  TextDocumentIdentifier,
} from "vscode-languageserver-protocol";
import { spanOf } from "../features/ranges.ts";
import type { ProvmapDocument } from "../model/document.ts";
import type { DocumentStore } from "./documents.ts";

interface InDocument {
  readonly textDocument: TextDocumentIdentifier;
}

interface AtPlace extends InDocument {
  readonly position: Position;
}

/** Handlers that answer at once, of a feature of a whole document or of a place in it. A document that is not open has none. */
export interface Features {
  readonly of: <T, P extends InDocument>(
    feature: (document: ProvmapDocument, params: P) => T | undefined,
  ) => (params: P) => T | null;
  readonly at: <T, P extends AtPlace>(
    feature: (document: ProvmapDocument, offset: number, params: P) => T | undefined,
  ) => (params: P) => T | null;
}

/** Features over the open documents. */
export function createFeatures(documents: DocumentStore): Features {
  const of: Features["of"] = feature => params => {
    const document = documents.get(params.textDocument.uri);
    return document === undefined ? null : (feature(document, params) ?? null);
  };
  const at: Features["at"] = feature =>
    of((document, params) => {
      const { start } = spanOf(document, { start: params.position, end: params.position });
      return feature(document, start, params);
    });
  return { of, at };
}

type Handler<P, T> = (params: P, token: CancellationToken) => Promise<T>;

/** Handlers of one version of a document: if it has another by the time of the answer, the request ends instead. */
export interface Versioned {
  /** For what must ask others first. */
  readonly asking: <P extends InDocument, T>(handler: (params: P) => T | Promise<T>) => Handler<P, T>;
  /** For what nobody waits for while typing: it runs in the next pause. */
  readonly later: <P extends InDocument, T>(
    handler: (params: P) => T | Promise<T>,
    stale?: () => ResponseError<unknown>,
  ) => Handler<P, T>;
}

/** Versioned handlers over the open documents. */
export function createVersioned(documents: DocumentStore): Versioned {
  const checked = async <T>(uri: string, token: CancellationToken, work: () => Promise<T>, stale = modified) => {
    const version = documents.versionOf(uri);
    const result = await work();
    if (token.isCancellationRequested) throw cancelled();
    if (documents.versionOf(uri) !== version) throw stale();
    return result;
  };
  return {
    asking: handler => (params, token) => checked(params.textDocument.uri, token, async () => handler(params)),
    later: (handler, stale) => async (params, token) => {
      const { uri } = params.textDocument;
      await checked(uri, token, () => setTimeout(documents.pauseOf(uri)), stale);
      return checked(uri, token, async () => handler(params), stale);
    },
  };
}

/** A long request as a handler: what the client cancels is aborted, and answered as cancelled. */
export function cancellable<P, A>(run: (params: P, signal: AbortSignal) => Promise<A>) {
  return async (params: P, token: CancellationToken): Promise<A> => {
    const controller = new AbortController();
    const subscription = token.onCancellationRequested(() => controller.abort());
    const answer = await run(params, controller.signal).finally(() => subscription.dispose());
    if (token.isCancellationRequested) throw cancelled();
    return answer;
  };
}

/** LSP, `LSPErrorCodes`. */
const errorCodes = {
  RequestFailed: -32803,
  ServerCancelled: -32802,
  ContentModified: -32801,
  RequestCancelled: -32800,
} satisfies Partial<typeof LSPErrorCodes>;

/** The error of a request that was right and cannot be done: the client shows the sentence. */
export function refused(message: string): ResponseError<void> {
  return new ResponseError(errorCodes.RequestFailed, message);
}

/** The error of a request for diagnostics that the client is to make again. */
export function askAgain(): ResponseError<DiagnosticServerCancellationData> {
  return new ResponseError(errorCodes.ServerCancelled, l10n.t("The document has changed."), {
    retriggerRequest: true,
  });
}

/** The error of a request that the client has cancelled. */
export function cancelled(): ResponseError<void> {
  return new ResponseError(errorCodes.RequestCancelled, l10n.t("The request was cancelled."));
}

function modified(): ResponseError<unknown> {
  return new ResponseError(errorCodes.ContentModified, l10n.t("The document has changed."));
}
