import { codeActions } from "../features/codeActions.ts";
import { codeLens, resolveCodeLens } from "../features/codeLens.ts";
import { documentHighlight } from "../features/documentHighlight.ts";
import { documentLinks } from "../features/documentLinks.ts";
import { documentSymbols } from "../features/documentSymbols.ts";
import { folding } from "../features/folding.ts";
import { inlayHints } from "../features/inlayHints.ts";
import { mappingAt } from "../features/mappingAt.ts";
import { spanOf } from "../features/ranges.ts";
import type { Refusal } from "../features/rename.ts";
import { semanticTokens } from "../features/semanticTokens.ts";
import type { ProvmapDocument } from "../model/document.ts";
import { methods } from "../protocol.ts";
import type { Asked } from "./asked.ts";
import { answer, type Connection } from "./connection.ts";
import type { Diagnosis } from "./diagnosis.ts";
import type { DocumentStore } from "./documents.ts";
import { askAgain, createFeatures, createVersioned, refused } from "./handlers.ts";
import type { LiveValues } from "./liveValues.ts";
import type { Outside } from "./outside.ts";
import type { ProblemStore } from "./problems.ts";
import { createSemanticTokenResults } from "./semanticTokenResults.ts";
import type { WorkspaceDocuments } from "./workspaceDocuments.ts";

/** What the language features read. */
export interface Sources {
  readonly documents: DocumentStore;
  readonly workspace: WorkspaceDocuments;
  readonly problems: ProblemStore;
  readonly outside: Outside;
  readonly live: LiveValues;
  readonly diagnosis: Diagnosis;
  readonly asked: Asked;
  readonly takesSnippets: () => boolean;
}

/** Serves the features of the Language Server Protocol: those that a person waits for, and those that run in a pause of typing. */
export function serveLanguageFeatures(connection: Connection, sources: Sources): void {
  serveTyping(connection, sources);
  serveNavigation(connection, sources);
  serveView(connection, sources);
}

function serveTyping(connection: Connection, { documents, outside, live, asked, takesSnippets }: Sources): void {
  const { of, at } = createFeatures(documents);
  const { asking } = createVersioned(documents);
  const items = async (document: ProvmapDocument, offset: number) => {
    const { completion, outsideItems, withoutSnippet } = await asked();
    const known = await outsideItems(document, offset, kind => outside.known(document.uri, kind));
    const all = [...completion(document, offset), ...known.items];
    const items = takesSnippets() ? all : all.map(withoutSnippet);
    return known.isIncomplete ? { isIncomplete: true, items } : items;
  };
  answer(connection, "textDocument/completion", asking(at(items)));
  answer(connection, "completionItem/resolve", async item => (await asked()).resolveCompletion(item, documents.get));
  answer(
    connection,
    "textDocument/hover",
    asking(
      at(async (document, offset) => {
        const { hover, templateHover } = await asked();
        const template = await templateHover(document, offset);
        return template ?? hover(document, offset, await live.of(document)) ?? null;
      }),
    ),
  );
  answer(
    connection,
    "textDocument/signatureHelp",
    asking(at(async (document, offset) => (await asked()).signatureHelp(document, offset) ?? null)),
  );
  answer(
    connection,
    "textDocument/linkedEditingRange",
    asking(at(async (document, offset) => (await asked()).linkedEditing(document, offset) ?? null)),
  );
  answer(connection, "textDocument/formatting", asking(of(async document => (await asked()).formatting(document))));
  answer(
    connection,
    "textDocument/rangeFormatting",
    asking(of(async (document, { range }) => (await asked()).rangeFormatting(document, range))),
  );
  answer(
    connection,
    "textDocument/onTypeFormatting",
    asking(at(async (document, offset, { ch }) => (await asked()).onTypeFormatting(document, offset, ch))),
  );
}

function serveNavigation(connection: Connection, { documents, workspace, outside, asked }: Sources): void {
  const { of, at } = createFeatures(documents);
  const { asking } = createVersioned(documents);
  const { all } = workspace;
  answer(
    connection,
    "textDocument/definition",
    asking(
      at(async (document, offset) => {
        const { definition } = await asked();
        return definition(document, offset, await all(), named => outside.find(document.uri, named));
      }),
    ),
  );
  answer(
    connection,
    "textDocument/references",
    asking(
      at(async (document, offset, { context }) => {
        const { references } = await asked();
        return references(document, offset, await all(), context.includeDeclaration);
      }),
    ),
  );
  answer(
    connection,
    "textDocument/prepareRename",
    asking(
      at(async (document, offset) => {
        const { prepareRename } = await asked();
        return orRefused(prepareRename(document, offset, await all()));
      }),
    ),
  );
  answer(
    connection,
    "textDocument/rename",
    asking(
      at(async (document, offset, { newName }) => {
        const { rename } = await asked();
        return orRefused(rename(document, offset, newName, await all()));
      }),
    ),
  );
  answer(connection, "workspace/symbol", async ({ query }) => {
    const { workspaceSymbols } = await asked();
    return workspaceSymbols(await all(), query);
  });
  answer(connection, "textDocument/documentHighlight", at(documentHighlight));
  answer(
    connection,
    "textDocument/selectionRange",
    asking(of(async (document, { positions }) => (await asked()).selectionRanges(document, positions))),
  );
}

function serveView(connection: Connection, { documents, problems, diagnosis, live, asked }: Sources): void {
  const { of, at } = createFeatures(documents);
  const { asking, later } = createVersioned(documents);
  const tokens = createSemanticTokenResults(documents);
  answer(connection, "textDocument/documentSymbol", later(of(documentSymbols)));
  answer(connection, "textDocument/foldingRange", later(of(folding)));
  answer(connection, "textDocument/documentLink", later(of(documentLinks)));
  answer(connection, "textDocument/codeLens", later(of(codeLens)));
  answer(connection, "codeLens/resolve", resolveCodeLens);
  connection.onRequest(methods.mappingAt, at(mappingAt));
  answer(
    connection,
    "textDocument/codeAction",
    asking(
      of(async (document, { range, context }) =>
        codeActions(document, range, context.only, (await problems.of(document)).problems),
      ),
    ),
  );
  answer(
    connection,
    "textDocument/inlayHint",
    later(
      of(async (document, { range }) => {
        const span = spanOf(document, range);
        const sample = await live.of(document);
        const names = inlayHints(document, span);
        return sample === undefined ? names : [...names, ...(await asked()).liveHints(document, span, sample)];
      }),
    ),
  );
  answer(connection, "textDocument/semanticTokens/full", later(of(tokens.full)));
  answer(
    connection,
    "textDocument/semanticTokens/full/delta",
    later(of((document, { previousResultId }) => tokens.since(document, previousResultId))),
  );
  answer(
    connection,
    "textDocument/semanticTokens/range",
    later(of((document, { range }) => ({ data: semanticTokens(document, spanOf(document, range)) }))),
  );
  answer(
    connection,
    "textDocument/diagnostic",
    later(({ textDocument: { uri }, previousResultId }) => diagnosis.pull(uri, previousResultId), askAgain),
  );
  answer(connection, "workspace/diagnostic", async ({ previousResultIds }) => ({
    items: [...(await diagnosis.pullClosed(previousResultIds))],
  }));
}

function orRefused<T extends object>(found: T | Refusal | undefined): Exclude<T, Refusal> | null {
  if (found === undefined) return null;
  if ("refused" in found) throw refused(found.refused);
  return found as Exclude<T, Refusal>;
}
