import { Disposable, type FileSystemWatcher, type GlobPattern, RelativePattern, Uri, workspace } from "vscode";

/** Tells of every change of a file, wherever it lies, as of its coming and going. */
export function watchFile(uri: string, changed: () => void): Disposable {
  const file = Uri.parse(uri);
  const name = file.path.slice(file.path.lastIndexOf("/") + 1).replaceAll(/[[\]{}*?]/g, "?");
  return watchFiles(new RelativePattern(Uri.joinPath(file, ".."), name), changed);
}

/** Tells of every change of files of the workspace, as of their coming and going. */
export function watchFiles(pattern: GlobPattern, changed: () => void): Disposable {
  const watcher: FileSystemWatcher = workspace.createFileSystemWatcher(pattern);
  return Disposable.from(
    watcher,
    watcher.onDidChange(changed),
    watcher.onDidCreate(changed),
    watcher.onDidDelete(changed),
  );
}
