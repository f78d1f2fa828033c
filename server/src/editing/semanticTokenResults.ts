import type { SemanticTokens, SemanticTokensDelta } from "vscode-languageserver-types";
import { semanticTokens, semanticTokensEdits } from "../features/semanticTokens.ts";
import type { ProvmapDocument } from "../model/document.ts";
import type { DocumentStore } from "./documents.ts";

/** The tokens of whole documents, of which the last answer is kept to tell later only what has changed. */
export interface SemanticTokenResults {
  readonly full: (document: ProvmapDocument) => SemanticTokens;
  /** What has changed since that result, or everything where another one was the last. */
  readonly since: (document: ProvmapDocument, previousResultId: string) => SemanticTokens | SemanticTokensDelta;
}

/** Keeps the last answer for each open document. */
export function createSemanticTokenResults(documents: DocumentStore): SemanticTokenResults {
  const last = new Map<string, { readonly resultId: string; readonly data: number[] }>();
  const full = (document: ProvmapDocument) => {
    const result = { resultId: String(document.version), data: semanticTokens(document) };
    for (const uri of last.keys()) if (documents.versionOf(uri) === undefined) last.delete(uri);
    last.set(document.uri, result);
    return result;
  };
  return {
    full,
    since: (document, previousResultId) => {
      const before = last.get(document.uri);
      const after = full(document);
      if (before?.resultId !== previousResultId) return after;
      return { resultId: after.resultId, edits: semanticTokensEdits(before.data, after.data) };
    },
  };
}
