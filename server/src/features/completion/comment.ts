import * as l10n from "@vscode/l10n";
import type { CompletionItem } from "vscode-languageserver-types";
import type { Word } from "../../language/text.ts";
import { documentedRules } from "../../validation/documentedRules.ts";
import { completionItemKinds } from "../protocolKinds.ts";
import { rangeOf } from "../ranges.ts";
import { item } from "./items.ts";
import { type Place, wordSpan } from "./place.ts";

function directives() {
  return [
    ["mapwright-disable-next-line", l10n.t("Turns rules off for the statement behind the comment.")],
    ["mapwright-disable", l10n.t("Turns rules off for the whole file, above its first block.")],
  ] as const;
}

/** In a comment that turns rules off the words that do so, and behind them the codes that it does not have yet. */
export function commentItems({ document, offset }: Place, { text, span }: Word): CompletionItem[] {
  const before = text.slice(0, offset - span.start);
  const typed = wordSpan(document.text, offset, /[\w-]/);
  const range = rangeOf(document, typed);
  if (/^\/\/\s*mapw[\w-]*$/.test(before)) {
    return directives().map(([label, documentation]) =>
      item(range, { label, kind: completionItemKinds.Keyword, documentation, text: `${label} ` }),
    );
  }
  if (!/^\/\/\s*mapwright-disable(?:-next-line)?\s+(?:[\w-]+\s*,\s*)*[\w-]*$/.test(before)) return [];
  const others = text.slice(0, typed.start - span.start) + text.slice(typed.end - span.start);
  const written = new Set(others.match(/[\w-]+/g));
  return documentedRules
    .filter(({ code }) => !written.has(code))
    .map(({ code, severity, summary }) =>
      item(range, {
        label: code,
        kind: completionItemKinds.Constant,
        detail: severity,
        documentation: l10n.t(summary),
      }),
    );
}
