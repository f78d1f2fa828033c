import type { CompletionItem } from "vscode-languageserver-types";

/** A place that the cursor visits, with the text that stands there until it is overwritten (LSP, "Snippet Syntax"). */
export function stop(number: number, text = ""): string {
  return `\${${number}:${text.replace(/[$}\\]/g, "\\$&")}}`;
}

/** A place with a list of words to choose from. */
export function choice(number: number, words: readonly string[]): string {
  return `\${${number}|${words.map(word => word.replace(/[$},|\\]/g, "\\$&")).join(",")}|}`;
}

/** The item for a client that knows no snippets: each place holds its text, or the first word of its choice. */
export function withoutSnippet(item: CompletionItem): CompletionItem {
  const { insertTextFormat, textEdit, ...rest } = item;
  if (insertTextFormat === undefined || textEdit === undefined) return item;
  return { ...rest, textEdit: { ...textEdit, newText: plain(textEdit.newText) } };
}

function plain(snippet: string): string {
  const places = /\$\{\d+\|((?:\\.|[^,|\\])*)(?:\\.|[^}\\])*\}|\$\{\d+:((?:\\.|[^}\\])*)\}|\$\d/g;
  return snippet.replace(places, (_, chosen = "", text = "") => `${chosen}${text}`.replace(/\\(.)/g, "$1"));
}
