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
  const places = /\\(.)|\$\{\d+\|((?:\\.|[^,|\\])*)(?:\\.|[^}\\])*\}|\$\{\d+:((?:\\.|[^}\\])*)\}|\$\d/gs;
  return snippet.replace(
    places,
    (_, escaped = "", chosen = "", text = "") => escaped + `${chosen}${text}`.replace(/\\(.)/gs, "$1"),
  );
}

/** A snippet of which the text is written in another way; its places and choices stay. */
export function inSnippet(snippet: string, write: (text: string) => string): string {
  return snippet.replace(/\\(.)|\$\{\d+[:|]|\$\d|[^$\\}|,]+|./gs, (piece, escaped?: string) => {
    if (escaped !== undefined) return write(escaped) === escaped ? piece : inText(write(escaped));
    return /^\$(?:\d|\{)|^[}|,]$/.test(piece) ? piece : inText(write(piece));
  });
}

/** Text of a snippet: backslashes are escaped; what else has a meaning there was escaped before, or has it. */
function inText(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}
