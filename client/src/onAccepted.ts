import { type Command, type CompletionItem, CompletionItemKind, CompletionList, SnippetString } from "vscode";
import type { Middleware } from "vscode-languageclient/node";

const suggest: Command = { title: "", command: "editor.action.triggerSuggest" };
const parameterHints: Command = { title: "", command: "editor.action.triggerParameterHints" };

/** What is accepted opens what belongs to it: behind an arrow or a colon what may stand there, in a call its parameters. */
export const onAccepted: Middleware = {
  provideCompletionItem: async (document, position, context, token, next) => {
    const found = await next(document, position, context, token);
    for (const item of found instanceof CompletionList ? found.items : (found ?? [])) {
      const command = commandOf(item);
      if (command !== undefined) item.command = command;
    }
    return found;
  },
};

function commandOf({ kind, insertText }: CompletionItem): Command | undefined {
  const text = insertText instanceof SnippetString ? insertText.value : (insertText ?? "");
  if (kind === CompletionItemKind.Function && text.endsWith(")")) return parameterHints;
  return /(?:<-|:) $/.test(text) ? suggest : undefined;
}
