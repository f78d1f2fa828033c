import { type Disposable, type Event, EventEmitter, FileType, Uri, workspace } from "vscode";
import { watchFile } from "../watchFile.ts";

/** The last commits of the repositories that hold the workspace. */
export interface Heads extends Disposable {
  /** A commit, a checkout or a reset: HEAD is another. */
  readonly onDidChange: Event<void>;
}

/** Follows HEAD in the repositories of the workspace's folders, also where one lies around its folder. */
export function followHeads(): Heads {
  const changed = new EventEmitter<void>();
  const watchers = new Map<string, Disposable>();
  const follow = async ({ uri }: { readonly uri: Uri }) => {
    const repository = await repositoryAround(uri);
    const log = repository && Uri.joinPath(repository, "logs/HEAD").toString();
    if (log === undefined || watchers.has(log)) return;
    watchers.set(
      log,
      watchFile(log, () => changed.fire()),
    );
  };
  for (const folder of workspace.workspaceFolders ?? []) void follow(folder);
  const folders = workspace.onDidChangeWorkspaceFolders(({ added }) => {
    for (const folder of added) void follow(folder);
  });
  return {
    onDidChange: changed.event,
    dispose: () => {
      folders.dispose();
      changed.dispose();
      for (const watcher of watchers.values()) watcher.dispose();
    },
  };
}

/** The `.git` folder of a folder or of the nearest one around it. */
async function repositoryAround(folder: Uri): Promise<Uri | undefined> {
  const repository = Uri.joinPath(folder, ".git");
  const found = await workspace.fs.stat(repository).then(
    ({ type }) => type === FileType.Directory,
    () => false,
  );
  if (found) return repository;
  const around = Uri.joinPath(folder, "..");
  return around.path === folder.path ? undefined : repositoryAround(around);
}
