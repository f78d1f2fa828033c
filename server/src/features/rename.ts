import * as l10n from "@vscode/l10n";
import type { Range, TextEdit, WorkspaceEdit } from "vscode-languageserver-types";
import { quote } from "../language/expression/print.ts";
import { writeName } from "../language/provmap/writeName.ts";
import type { ProvmapDocument } from "../model/document.ts";
import { type NamedKind, type Occurrence, occurrenceAt, occurrencesIn } from "./occurrences.ts";
import { rangeOf } from "./ranges.ts";
import { type Placed, sameThing } from "./sameThing.ts";

/** Why something keeps its name: a sentence with the remedy. */
export interface Refusal {
  readonly refused: string;
}

/** The name at the cursor, without its quotes, if it can be changed: that of a mapping, filter, test or declared attribute. */
export function prepareRename(
  document: ProvmapDocument,
  offset: number,
  documents: readonly ProvmapDocument[],
): { readonly range: Range; readonly placeholder: string } | Refusal | undefined {
  const named = occurrenceAt(document, offset);
  if (named === undefined) return undefined;
  if (document.language !== "provmap") return { refused: inSchema() };
  const refused = refusalOf(named, sameThing(document, offset, documents));
  if (refused !== undefined) return { refused };
  const inset = isQuoted(document, named) ? 1 : 0;
  const range = rangeOf(document, { start: named.span.start + inset, end: named.span.end - inset });
  return { range, placeholder: named.name };
}

/** The edits that give the thing at the cursor another name wherever the documents name it. */
export function rename(
  document: ProvmapDocument,
  offset: number,
  newName: string,
  documents: readonly ProvmapDocument[],
): WorkspaceEdit | Refusal | undefined {
  const named = occurrenceAt(document, offset);
  if (named === undefined) return undefined;
  if (document.language !== "provmap") return { refused: inSchema() };
  const places = sameThing(document, offset, documents).filter(place => place.document.language === "provmap");
  const refused = refusalOf(named, places) ?? refusalOfName(named, newName, places);
  if (refused !== undefined) return { refused };
  const changes: Record<string, TextEdit[]> = {};
  for (const place of places) {
    changes[place.document.uri] ??= [];
    changes[place.document.uri]?.push(edit(place, newName));
  }
  return { changes };
}

function inSchema(): string {
  return l10n.t("Rename it in a .provmap file: a schema has the name in parameters and directories as well.");
}

const renamed: ReadonlySet<NamedKind> = new Set(["mapping", "filter", "test", "sourceAttribute", "targetAttribute"]);

function refusalOf({ kind, name }: Occurrence, places: readonly Placed[]): string | undefined {
  if (!renamed.has(kind)) return l10n.t("Only mappings, filters, tests and declared attributes can be renamed.");
  if (places.some(({ occurrence }) => occurrence.role === "declaration")) return undefined;
  return l10n.t`'${name}' is not declared in an attributes block of the workspace: it keeps the name that its object gives it.`;
}

function refusalOfName({ kind, owner, name }: Occurrence, newName: string, places: readonly Placed[]) {
  if (newName.trim() === "") return l10n.t("Give a name that is not empty.");
  if (/[\r\n]/.test(newName)) return l10n.t("Give a name on one line.");
  if (kind === "sourceAttribute" && /["[\]]/.test(newName)) return l10n.t("Give a name without brackets and quotes.");
  const isTaken = ({ document }: Placed) =>
    occurrencesIn(document).some(
      other => other.role === "declaration" && other.kind === kind && other.owner === owner && other.name === newName,
    );
  if (newName === name || !places.some(isTaken)) return undefined;
  return l10n.t`'${newName}' is the name of another. Choose one that is free.`;
}

/** A name in quotes keeps them; a bare one gets them where it needs them, but never between the brackets of an expression. */
function edit({ document, occurrence }: Placed, newName: string): TextEdit {
  const { text } = document;
  const { span } = occurrence;
  const isBracketed = occurrence.kind === "sourceAttribute" && text.slice(0, span.start).trimEnd().endsWith("[");
  const quoted = isQuoted(document, occurrence) ? quote(newName) : writeName(newName);
  return { range: rangeOf(document, span), newText: isBracketed ? newName : quoted };
}

function isQuoted({ text }: ProvmapDocument, { span }: Occurrence): boolean {
  return text[span.start] === '"';
}
