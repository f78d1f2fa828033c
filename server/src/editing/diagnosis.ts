import { setImmediate } from "node:timers/promises";
import type { PreviousResultId } from "vscode-languageserver-protocol";
import type { Diagnostic } from "vscode-languageserver-types";
import { diagnostics } from "../features/diagnostics.ts";
import type { ProvmapDocument } from "../model/document.ts";
import type { DocumentStore } from "./documents.ts";
import type { ProblemStore } from "./problems.ts";
import type { RuleLevelStore } from "./ruleLevels.ts";
import type { WorkspaceDocuments } from "./workspaceDocuments.ts";

/** How long after its last change a document is told of to a client that does not ask, in milliseconds. */
const publishDelay = 40;

/** The diagnostics of one version of a document. */
export interface Findings {
  readonly uri: string;
  readonly version?: number;
  readonly diagnostics: Diagnostic[];
}

/** What a client that asks is told: everything, or that it knows it (LSP, `DocumentDiagnosticReport`). */
export type Report = { kind: "full"; resultId?: string; items: Diagnostic[] } | { kind: "unchanged"; resultId: string };

/** The same of a document that is not open (LSP, `WorkspaceDocumentDiagnosticReport`). */
export type ClosedReport = Report & { uri: string; version: null };

/** The ways to a client. */
export interface Audience {
  /** True for a client that asks for diagnostics by itself. */
  readonly asks: () => boolean;
  readonly publish: (findings: Findings) => Promise<void>;
  /** Makes a client that asks ask again. */
  readonly invite: () => Promise<void>;
  /** Called when a document is being told of: what a person may ask next can be prepared once that has gone out. */
  readonly told: () => void;
  readonly warn: (message: string) => void;
}

/** Diagnostics for clients that ask for them and for those that wait to be told. */
export interface Diagnosis {
  /** The findings of an open document at this moment; none for a document that is not open. */
  readonly pull: (uri: string, previousResultId?: string) => Promise<Report>;
  /** The findings of all documents of the workspace that are not open, and of what the client knew of or had open beside them: none of a file that is gone. */
  readonly pullClosed: (previous: readonly PreviousResultId[]) => Promise<readonly ClosedReport[]>;
  /** The document has another text. */
  readonly changed: (uri: string) => void;
  readonly closed: (uri: string) => void;
  /** The levels of rules may be others: all open documents are told of again. */
  readonly levelsChanged: () => void;
}

/** Where documents and problems come from. */
export interface Sources {
  readonly documents: DocumentStore;
  readonly workspace: WorkspaceDocuments;
  readonly problems: ProblemStore;
  readonly levels: RuleLevelStore;
}

/** Watches over the problems of the open documents. */
export function createDiagnosis({ documents, workspace, problems, levels }: Sources, audience: Audience): Diagnosis {
  const waiting = new Map<string, NodeJS.Timeout>();
  /** What was open: a client may hold findings of it that it asked for just before. */
  const left = new Set<string>();
  const attempt = (action: Promise<void>) => action.catch((error: unknown) => audience.warn(String(error)));
  const report = async (document: ProvmapDocument, previousResultId?: string): Promise<Report> => {
    const { id, problems: found } = await problems.of(document);
    audience.told();
    return id === previousResultId
      ? { kind: "unchanged", resultId: id }
      : { kind: "full", resultId: id, items: diagnostics(document, found) };
  };
  const tell = async (uri: string): Promise<void> => {
    const document = documents.get(uri);
    if (document === undefined) return;
    const { problems: found } = await problems.of(document);
    if (documents.versionOf(uri) !== document.version) return;
    await audience.publish({ uri, version: document.version, diagnostics: diagnostics(document, found) });
    audience.told();
  };
  const changed = (uri: string) => {
    if (audience.asks()) return;
    clearTimeout(waiting.get(uri));
    waiting.set(
      uri,
      setTimeout(() => attempt(tell(uri)), publishDelay),
    );
  };
  return {
    pull: async (uri, previousResultId) => {
      const document = documents.get(uri);
      if (document === undefined) return { kind: "full", items: [] };
      return report(document, previousResultId);
    },
    pullClosed: async previous => {
      const known = new Map(previous.map(({ uri, value }) => [uri, value]));
      const found = new Map((await workspace.closed()).map(document => [document.uri, document]));
      const uris = new Set([...found.keys(), ...known.keys(), ...left].filter(uri => documents.get(uri) === undefined));
      const reports: ClosedReport[] = [];
      for (const uri of uris) {
        const [document] = found.has(uri) ? [found.get(uri)] : await workspace.one(uri);
        const told: Report =
          document === undefined ? { kind: "full", items: [] } : await report(document, known.get(uri));
        reports.push({ ...told, uri, version: null });
        // Requests of a person come between two files.
        await setImmediate();
      }
      return reports;
    },
    changed,
    closed: uri => {
      clearTimeout(waiting.get(uri));
      waiting.delete(uri);
      left.add(uri);
      if (!audience.asks()) attempt(audience.publish({ uri, diagnostics: [] }));
    },
    levelsChanged: () => {
      levels.forget();
      if (audience.asks()) attempt(audience.invite());
      for (const uri of documents.uris()) changed(uri);
    },
  };
}
