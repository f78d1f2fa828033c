import { setTimeout } from "node:timers/promises";
import { type CodeLens, Disposable, l10n, type TextDocument, workspace } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { ImpactAnswer, ImpactBase, ImpactLensData } from "../../../server/src/protocol/impact.ts";
import { refreshCodeLenses } from "../languageClient.ts";
import type { Directories } from "./directories.ts";
import type { Heads } from "./heads.ts";
import type { ImpactServer } from "./impactServer.ts";
import { lensTitle, unknownImpact } from "./lensTitle.ts";
import { createOutlooks } from "./outlooks.ts";

const head: ImpactBase = { kind: "revision", revision: "HEAD" };
const saved: ImpactBase = { kind: "saved" };

/** What edits of a document are compared with, as the setting says. */
function usualBase(document: TextDocument): ImpactBase {
  const against = workspace.getConfiguration("mapwright", document).get<string>("impact.against", "saved file");
  return against === "HEAD" ? head : saved;
}

/** So many milliseconds a lens waits for its counts; what comes later is shown when it comes. */
const patience = 250;

/** Gives the lenses of mappings and filters their counts, and others where the file is saved, its directory changes or HEAD moves. */
export function serveLenses(
  client: LanguageClient,
  server: ImpactServer,
  { directories, heads }: { readonly directories: Directories; readonly heads: Heads },
): Disposable {
  const outlooks = createOutlooks(server);
  const refresh = () => refreshCodeLenses(client);
  const reckonAgain = () => {
    outlooks.forgetAll();
    refresh();
  };
  client.middleware.resolveCodeLens = async (lens, token, next) => {
    const data = lens.command === undefined ? dataOf(lens) : undefined;
    const resolved = await next(lens, token);
    const document = workspace.textDocuments.find(({ uri }) => uri.toString() === data?.uri);
    if (!data || !document || !resolved?.command) return resolved;
    void directories.follow(data.uri);
    const base = usualBase(document);
    const reckoned = outlooks.of(document, base);
    const answer = await Promise.race([reckoned, setTimeout(patience, "late" as const, { ref: false })]);
    if (answer === "late") void reckoned.then(late => late && refresh());
    const told = answer === "late" || answer === undefined ? { title: unknownImpact } : tell(answer, data);
    const command = { ...resolved.command, ...told, arguments: [{ uri: data.uri, base: baseOf(document, base) }] };
    return Object.assign(resolved, { command });
  };
  return Disposable.from(
    workspace.onDidCloseTextDocument(outlooks.forget),
    workspace.onDidSaveTextDocument(document => {
      if (outlooks.forget(document)) refresh();
    }),
    directories.onDidChange(reckonAgain),
    heads.onDidChange(reckonAgain),
  );
}

function tell(answer: ImpactAnswer, data: ImpactLensData): { readonly title: string; readonly tooltip: string } {
  if (answer.kind === "refused") return { title: unknownImpact, tooltip: answer.message };
  return { title: lensTitle(data, answer.report), tooltip: l10n.t("Show who is affected, and why") };
}

/** Where nothing was edited since it was saved, the panel compares with the last commit. */
function baseOf({ isDirty }: TextDocument, base: ImpactBase): ImpactBase {
  return isDirty ? base : head;
}

function dataOf(lens: CodeLens): ImpactLensData | undefined {
  const data: unknown = "data" in lens ? lens.data : undefined;
  if (typeof data !== "object" || data === null || !("uri" in data && "mapping" in data)) return undefined;
  const { uri, mapping } = data;
  if (typeof uri !== "string" || typeof mapping !== "string") return undefined;
  return { uri, mapping, ...("filter" in data && typeof data.filter === "string" && { filter: data.filter }) };
}
