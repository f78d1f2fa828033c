import * as l10n from "@vscode/l10n";
import type { Span, Word } from "../text.ts";
import { type Reader, report } from "./reader.ts";
import type { Expression } from "./tree.ts";

/** What stands between the parentheses of a call, as read: operands, commas and what belongs to neither. */
export type ArgumentItem = Expression | Separator | StrayToken;

interface Separator extends Word {
  readonly kind: "Comma";
}

interface StrayToken extends Word {
  readonly kind: "Stray";
}

export interface Arrangement {
  readonly arguments: readonly Expression[];
  readonly separators: readonly Span[];
}

/**
 * Makes the arguments of a call out of what was read: nothing between two commas is an omitted argument, two operands
 * side by side lack a comma, a stray token stands for a missing argument. `inner` is the range between the parentheses.
 */
export function arrangeArguments(items: readonly ArgumentItem[], inner: Span, reader: Reader): Arrangement {
  const found: Expression[] = [];
  const separators: Span[] = [];
  let open = true;
  let before = inner.start;
  let strayed = false;
  for (const item of items) {
    if (item.kind === "Comma") {
      if (open) found.push({ kind: "Omitted", span: { start: before, end: item.span.start } });
      separators.push(item.span);
      open = true;
      strayed = false;
    } else if (item.kind === "Stray") {
      if (!strayed) report(reader, strayMessage(item.text), item.span);
      if (open) found.push({ kind: "Missing", span: item.span });
      open = false;
      strayed = true;
    } else {
      if (!open && !strayed) report(reader, l10n.t("Separate the arguments with a comma."), item.span);
      found.push(item);
      open = false;
    }
    before = item.span.end;
  }
  if (open && separators.length > 0) found.push({ kind: "Omitted", span: { start: before, end: inner.end } });
  // Copies without the room that a growing array has, which the tree would keep.
  return { arguments: found.slice(), separators: separators.slice() };
}

function strayMessage(text: string): string {
  if (text === "(") return l10n.t("Calls and parentheses are nested too deeply: use at most 200 levels.");
  if (text === "'") return l10n.t("Write strings in double quotes.");
  return l10n.t`'${text}' is not part of an expression: write an attribute, a string or a function call.`;
}
