import { type CompletionItem, CompletionItemKind } from "vscode-languageserver-types";
import { quote } from "../../language/expression/print.ts";
import { touches } from "../../language/text.ts";
import type { ProvmapDocument } from "../../model/document.ts";
import { cursorAt } from "../cursor.ts";
import { item } from "./items.ts";
import { replacing } from "./place.ts";

/** A user or group of the directory, as a test names it and as a person knows it. */
export interface KnownObject {
  readonly key: string;
  readonly name: string;
  readonly detail: string;
}

/** The users and groups that may stand at a cursor; `isIncomplete` where there are more than are listed. */
export interface DirectoryItems {
  readonly isIncomplete: boolean;
  readonly items: CompletionItem[];
}

/** As many as a person looks through. */
const listed = 100;
const nobody: DirectoryItems = { isIncomplete: false, items: [] };

/** Behind `user:` and `group:` of a test those of the directory whose key or name holds what is typed. Elsewhere nothing is asked. */
export async function directoryItems(
  document: ProvmapDocument,
  offset: number,
  ask: (kind: "user" | "group") => Promise<readonly KnownObject[]>,
): Promise<DirectoryItems> {
  const cursor = cursorAt(document, offset);
  if (cursor.kind !== "EntryValue") return nobody;
  const { name, value } = cursor.entry;
  const isDue = value === undefined || (value.kind === "ScalarValue" && touches(value.span, offset));
  if (!isDue || (name.text !== "user" && name.text !== "group")) return nobody;
  const typed = document.text
    .slice(value?.span.start ?? offset, offset)
    .replace(/^"/, "")
    .toLowerCase();
  const found = (await ask(name.text)).filter(known => `${known.key} ${known.name}`.toLowerCase().includes(typed));
  const range = replacing({ document, offset }, value?.span);
  return {
    isIncomplete: found.length > listed,
    items: found.slice(0, listed).map(({ key, name: label, detail }) => ({
      ...item(range, {
        label,
        kind: CompletionItemKind.Reference,
        detail: [key, detail].filter(Boolean).join(" · "),
        text: quote(key),
      }),
      filterText: `${quote(key)} ${label}`,
    })),
  };
}
