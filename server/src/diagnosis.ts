import type { Diagnostic } from "vscode-languageserver-types";
import type { DocumentStore } from "./documents.ts";
import { diagnostics } from "./features/diagnostics.ts";
import type { RuleLevelStore } from "./ruleLevels.ts";

/** How long after its last change a document is told of to a client that does not ask, in milliseconds. */
const publishDelay = 40;

/** The diagnostics of one version of a document. */
export interface Findings {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: Diagnostic[];
}

/** The ways to a client. */
export interface Audience {
  /** True for a client that asks for diagnostics by itself. */
  readonly asks: () => boolean;
  readonly publish: (findings: Findings) => Promise<void>;
  /** Makes a client that asks ask again. */
  readonly invite: () => Promise<void>;
  readonly warn: (message: string) => void;
}

/** Diagnostics for clients that ask for them and for those that wait to be told. */
export interface Diagnosis {
  /** The findings of an open document at this moment; none for a document that is not open. */
  readonly of: (uri: string) => Promise<Findings>;
  /** The document has another text. */
  readonly changed: (uri: string) => void;
  readonly closed: (uri: string) => void;
  /** The levels of rules may be others: all open documents are told of again. */
  readonly levelsChanged: () => void;
}

/** Watches over the problems of the open documents. */
export function createDiagnosis(documents: DocumentStore, levels: RuleLevelStore, audience: Audience): Diagnosis {
  const waiting = new Map<string, NodeJS.Timeout>();
  const attempt = (action: Promise<void>) => action.catch((error: unknown) => audience.warn(String(error)));
  const of = async (uri: string): Promise<Findings> => {
    const known = await levels.of(uri);
    const document = documents.get(uri);
    if (document === undefined) return { uri, diagnostics: [] };
    return { uri, version: document.version, diagnostics: diagnostics(document, known) };
  };
  const changed = (uri: string) => {
    if (audience.asks()) return;
    clearTimeout(waiting.get(uri));
    waiting.set(
      uri,
      setTimeout(() => attempt(of(uri).then(audience.publish)), publishDelay),
    );
  };
  return {
    of,
    changed,
    closed: uri => {
      clearTimeout(waiting.get(uri));
      waiting.delete(uri);
      if (!audience.asks()) attempt(audience.publish({ uri, diagnostics: [] }));
    },
    levelsChanged: () => {
      levels.forget();
      if (audience.asks()) attempt(audience.invite());
      for (const uri of documents.uris()) changed(uri);
    },
  };
}
