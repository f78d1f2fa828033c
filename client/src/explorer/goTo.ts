import { Position, Range, type Uri, window } from "vscode";
import type { Place } from "../../../server/src/protocol/views.ts";

/** Puts the cursor at a place of a file. */
export async function goTo(file: Uri, { line, character }: Place): Promise<void> {
  const at = new Position(line, character);
  await window.showTextDocument(file, { selection: new Range(at, at) });
}
