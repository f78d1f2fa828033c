import { Range, Selection, TextEditorRevealType, type Uri, ViewColumn, window } from "vscode";

/** Selects a span of a file, in the editor that shows it already or in the first column. */
export async function reveal(uri: Uri, start: number, end: number): Promise<void> {
  const open = window.visibleTextEditors.find(({ document }) => document.uri.toString() === uri.toString());
  const editor = await window.showTextDocument(uri, { viewColumn: open?.viewColumn ?? ViewColumn.One });
  const from = editor.document.positionAt(start);
  editor.selection = new Selection(editor.document.positionAt(end), from);
  editor.revealRange(new Range(from, from), TextEditorRevealType.InCenterIfOutsideViewport);
}
