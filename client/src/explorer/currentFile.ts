import { Disposable, type Event, EventEmitter, type TextEditor, type Uri, window, workspace } from "vscode";
import { isSchema } from "../schema/isSchema.ts";

/** The file that views and commands are about where nothing else says so: the last that was in an editor, or the first of the workspace. */
export interface CurrentFile extends Disposable {
  /** A `.provmap` file or a schema. */
  readonly file: () => Promise<Uri | undefined>;
  /** The same, or where there is none the first `mapwright.json`, or the first folder. */
  readonly place: () => Promise<Uri | undefined>;
  readonly onDidChange: Event<void>;
}

/** Follows the editors. */
export function createCurrentFile(): CurrentFile {
  const changed = new EventEmitter<void>();
  let last: Uri | undefined;
  const follow = (editor: TextEditor | undefined) => {
    const concerned = concernedUri(editor);
    if (concerned === undefined || concerned.toString() === last?.toString()) return;
    last = concerned;
    changed.fire();
  };
  follow(window.activeTextEditor);
  const listener = window.onDidChangeActiveTextEditor(follow);
  const file = async () => (last !== undefined && (await exists(last)) ? last : first("**/*.provmap"));
  return {
    file,
    place: async () => (await file()) ?? (await first("**/mapwright.json")) ?? workspace.workspaceFolders?.[0]?.uri,
    onDidChange: changed.event,
    dispose: () => Disposable.from(listener, changed).dispose(),
  };
}

function concernedUri(editor: TextEditor | undefined): Uri | undefined {
  const document = editor?.document;
  if (document === undefined || document.uri.scheme !== "file") return undefined;
  return document.languageId === "provmap" || isSchema(document) ? document.uri : undefined;
}

async function first(pattern: string): Promise<Uri | undefined> {
  const found = await workspace.findFiles(pattern, "**/node_modules/**");
  return found.toSorted((one, other) => (one.path < other.path ? -1 : 1))[0];
}

function exists(uri: Uri): Thenable<boolean> {
  return workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
