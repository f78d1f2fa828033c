import { setTimeout } from "node:timers/promises";
import { Disposable, type TextDocument, workspace } from "vscode";

/** The texts of the open documents as they were last saved. */
export interface SavedTexts extends Disposable {
  /** Undefined for a document that was never seen without edits. */
  readonly of: (document: TextDocument) => string | undefined;
}

/** VS Code says that an edit has made a document dirty after it has told of the edit, within so many milliseconds. */
const moment = 100;

/** Remembers the text of every document that `concerns` says yes to, each time that it has no edits that are not saved. */
export function createSavedTexts(concerns: (document: TextDocument) => boolean): SavedTexts {
  const texts = new Map<string, string>();
  const look = (document: TextDocument) => {
    if (!document.isDirty && concerns(document)) texts.set(document.uri.toString(), document.getText());
  };
  const lookLater = async (document: TextDocument) => {
    const { version } = document;
    await setTimeout(moment);
    if (document.version === version && !document.isClosed) look(document);
  };
  workspace.textDocuments.forEach(look);
  const listeners = Disposable.from(
    workspace.onDidOpenTextDocument(look),
    workspace.onDidChangeTextDocument(({ document }) => void lookLater(document)),
    workspace.onDidSaveTextDocument(look),
    workspace.onDidCloseTextDocument(({ uri }) => texts.delete(uri.toString())),
  );
  return { of: ({ uri }) => texts.get(uri.toString()), dispose: () => listeners.dispose() };
}
