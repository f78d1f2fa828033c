import { codeActions } from "../features/codeActions.ts";
import { codeLens, resolveCodeLens } from "../features/codeLens.ts";
import { outsideItems } from "../features/completion/outside.ts";
import { resolveCompletion } from "../features/completion/resolve.ts";
import { withoutSnippet } from "../features/completion/snippet.ts";
import { completion } from "../features/completion.ts";
import { definition } from "../features/definition.ts";
import { documentHighlight } from "../features/documentHighlight.ts";
import { documentLinks } from "../features/documentLinks.ts";
import { documentSymbols } from "../features/documentSymbols.ts";
import { folding } from "../features/folding.ts";
import { formatting, rangeFormatting } from "../features/formatting.ts";
import { hover } from "../features/hover.ts";
import { inlayHints } from "../features/inlayHints.ts";
import { linkedEditing } from "../features/linkedEditing.ts";
import { liveHints } from "../features/live/liveHints.ts";
import { mappingAt } from "../features/mappingAt.ts";
import { onTypeFormatting } from "../features/onTypeFormatting.ts";
import { spanOf } from "../features/ranges.ts";
import { references } from "../features/references.ts";
import { prepareRename, type Refusal, rename } from "../features/rename.ts";
import { selectionRanges } from "../features/selectionRanges.ts";
import { semanticTokens } from "../features/semanticTokens.ts";
import { signatureHelp } from "../features/signatureHelp.ts";
import { workspaceSymbols } from "../features/workspaceSymbols.ts";
import type { ProvmapDocument } from "../model/document.ts";
import { methods } from "../protocol.ts";
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
  readonly takesSnippets: () => boolean;
}

/** Serves the features of the Language Server Protocol: those that a person waits for, and those that run in a pause of typing. */
export function serveLanguageFeatures(connection: Connection, sources: Sources): void {
  serveTyping(connection, sources);
  serveNavigation(connection, sources);
  serveView(connection, sources);
}

function serveTyping(connection: Connection, { documents, outside, live, takesSnippets }: Sources): void {
  const { of, at } = createFeatures(documents);
  const { asking } = createVersioned(documents);
  const items = async (document: ProvmapDocument, offset: number) => {
    const known = await outsideItems(document, offset, kind => outside.known(document.uri, kind));
    const all = [...completion(document, offset), ...known.items];
    const items = takesSnippets() ? all : all.map(withoutSnippet);
    return known.isIncomplete ? { isIncomplete: true, items } : items;
  };
  answer(connection, "textDocument/completion", asking(at(items)));
  answer(connection, "completionItem/resolve", item => resolveCompletion(item, documents.get));
  answer(
    connection,
    "textDocument/hover",
    asking(at(async (document, offset) => hover(document, offset, await live.of(document)) ?? null)),
  );
  answer(connection, "textDocument/signatureHelp", at(signatureHelp));
  answer(connection, "textDocument/linkedEditingRange", at(linkedEditing));
  answer(connection, "textDocument/formatting", of(formatting));
  answer(
    connection,
    "textDocument/rangeFormatting",
    of((document, { range }) => rangeFormatting(document, range)),
  );
  answer(
    connection,
    "textDocument/onTypeFormatting",
    at((document, offset, { ch }) => onTypeFormatting(document, offset, ch)),
  );
}

function serveNavigation(connection: Connection, { documents, workspace, outside }: Sources): void {
  const { of, at } = createFeatures(documents);
  const { asking } = createVersioned(documents);
  const { all } = workspace;
  answer(
    connection,
    "textDocument/definition",
    asking(
      at(async (document, offset) =>
        definition(document, offset, await all(), named => outside.find(document.uri, named)),
      ),
    ),
  );
  answer(
    connection,
    "textDocument/references",
    asking(
      at(async (document, offset, { context }) =>
        references(document, offset, await all(), context.includeDeclaration),
      ),
    ),
  );
  answer(
    connection,
    "textDocument/prepareRename",
    asking(at(async (document, offset) => orRefused(prepareRename(document, offset, await all())))),
  );
  answer(
    connection,
    "textDocument/rename",
    asking(at(async (document, offset, { newName }) => orRefused(rename(document, offset, newName, await all())))),
  );
  answer(connection, "workspace/symbol", async ({ query }) => workspaceSymbols(await all(), query));
  answer(connection, "textDocument/documentHighlight", at(documentHighlight));
  answer(
    connection,
    "textDocument/selectionRange",
    of((document, { positions }) => selectionRanges(document, positions)),
  );
}

function serveView(connection: Connection, { documents, problems, diagnosis, live }: Sources): void {
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
        return [...inlayHints(document, span), ...(sample === undefined ? [] : liveHints(document, span, sample))];
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
