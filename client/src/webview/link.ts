import * as l10n from "@vscode/l10n";
import { type Html, html } from "./html.ts";
import type { Place } from "./place.ts";

/** A text that leads to its place in the file. */
export function link(text: string | Html, { start, end, line }: Place): Html {
  return html`<a href="#" data-act="reveal" data-start="${start}" data-end="${end}" title="${l10n.t("Line {0}", line)}">${text}</a>`;
}
