import * as l10n from "@vscode/l10n";
import type { CompletionItem } from "vscode-languageserver-types";
import { quote } from "../../language/expression/print.ts";
import type { PropertyValue } from "../../language/provmap/tree.ts";
import { writeName } from "../../language/provmap/writeName.ts";
import { type Span, touches } from "../../language/text.ts";
import type { ProvmapDocument } from "../../model/document.ts";
import type { Cursor } from "../cursor.ts";
import { cursorAt } from "../cursorAt.ts";
import { occurrencesIn } from "../occurrences.ts";
import { completionItemKinds } from "../protocolKinds.ts";
import { item } from "./items.ts";
import { replacing } from "./place.ts";

/** A user or group of the directory, a secret or a gallery template, as a file names it and as a person knows it. */
export interface KnownName {
  readonly key: string;
  readonly label: string;
  readonly detail: string;
}

/** Asks for what is known outside the file. */
export type AskOutside = (kind: OutsideKind) => Promise<readonly KnownName[]>;
export type OutsideKind = "user" | "group" | "secret" | "template";

/** What may stand at a cursor; `isIncomplete` where there is more than is listed. */
export interface OutsideItems {
  readonly isIncomplete: boolean;
  readonly items: CompletionItem[];
}

/** As many as a person looks through. */
const listed = 100;

/**
 * Behind `user:` and `group:` of a test those of the directory, in `secret(…)` the names of secrets, behind `template:` those
 * of the gallery: of all these the ones that hold what is typed. Elsewhere nothing is asked.
 */
export async function outsideItems(document: ProvmapDocument, offset: number, ask: AskOutside): Promise<OutsideItems> {
  const due = dueAt(cursorAt(document, offset), document, offset);
  if (due === undefined) return { isIncomplete: false, items: [] };
  const typed = document.text.slice(Math.min(due.span?.start ?? offset, offset), offset).replace(/^"/, "");
  const known = [...(await ask(due.kind)), ...(due.kind === "secret" ? otherSecrets(document, offset) : [])];
  const found = distinct(known).filter(({ key, label }) => holds(`${key} ${label}`, typed));
  const range = replacing({ document, offset }, due.span);
  return {
    isIncomplete: found.length > listed,
    items: found.slice(0, listed).map(({ key, label, detail }) => {
      const text = due.kind === "template" ? writeName(key) : quote(key);
      return {
        ...item(range, { label, kind: completionItemKinds.Reference, detail, text }),
        filterText: `${text} ${label}`,
      };
    }),
  };
}

/** True in the parentheses of `secret(…)`, where nothing but the name of a secret may stand. */
export function isInSecret(cursor: Cursor, document: ProvmapDocument, offset: number): boolean {
  return dueAt(cursor, document, offset)?.kind === "secret";
}

interface Due {
  readonly kind: OutsideKind;
  /** What is written there. */
  readonly span?: Span;
}

function dueAt(cursor: Cursor, { text }: ProvmapDocument, offset: number): Due | undefined {
  if (cursor.kind === "EntryValue") {
    const { name, value } = cursor.entry;
    const isDue = value === undefined || (value.kind === "ScalarValue" && touches(value.span, offset));
    if (!isDue || (name.text !== "user" && name.text !== "group")) return undefined;
    return { kind: name.text, ...(value && { span: value.span }) };
  }
  if (cursor.kind !== "PropertyValue") return undefined;
  if (cursor.property.name.text === "template") return templateDue(cursor.property.values, offset);
  const secret = cursor.property.values.find(({ kind, span }) => kind === "SecretValue" && touches(span, offset));
  if (secret === undefined || !/^secret\s*\([^)]*$/.test(text.slice(secret.span.start, offset))) return undefined;
  return { kind: "secret", ...(touches(secret.name.span, offset) && { span: secret.name.span }) };
}

function templateDue([value]: readonly PropertyValue[], offset: number): Due | undefined {
  if (value === undefined) return { kind: "template" };
  return touches(value.span, offset) ? { kind: "template", span: value.span } : undefined;
}

/** The secrets that the rest of the file names. */
function otherSecrets(document: ProvmapDocument, offset: number): readonly KnownName[] {
  return occurrencesIn(document)
    .filter(({ kind, span }) => kind === "secret" && !touches(span, offset))
    .map(({ name }) => ({ key: name, label: name, detail: l10n.t("named in this file") }));
}

function distinct(known: readonly KnownName[]): readonly KnownName[] {
  return [...new Map(known.toReversed().map(each => [each.key, each])).values()].reverse();
}

function holds(text: string, typed: string): boolean {
  return text.toLowerCase().includes(typed.toLowerCase());
}
