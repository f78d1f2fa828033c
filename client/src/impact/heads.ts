import { Disposable, type Event, EventEmitter, FileType, Uri, workspace } from "vscode";
import { watchFile, watchFiles } from "../watchFile.ts";

/** The last commits of the repositories of the workspace. */
export interface Heads extends Disposable {
  /** A commit, a checkout or a reset: HEAD is another. */
  readonly onDidChange: Event<void>;
}

/** Follows HEAD in the repositories of the workspace, also in one that lies around a folder of it. */
export function followHeads(): Heads {
  const changed = new EventEmitter<void>();
  const tell = () => changed.fire();
  const around = new Map<string, Disposable>();
  const follow = async ({ uri }: { readonly uri: Uri }) => {
    const repository = await repositoryAround(uri);
    const log = repository && Uri.joinPath(repository, "logs/HEAD").toString();
    if (log !== undefined && !around.has(log)) around.set(log, watchFile(log, tell));
  };
  for (const folder of workspace.workspaceFolders ?? []) void follow(folder);
  const watching = Disposable.from(
    changed,
    watchFiles("**/.git/logs/HEAD", tell),
    workspace.onDidChangeWorkspaceFolders(({ added }) => {
      for (const folder of added) void follow(folder);
    }),
  );
  return {
    onDidChange: changed.event,
    dispose: () => {
      for (const watcher of [watching, ...around.values()]) watcher.dispose();
    },
  };
}

/** The `.git` folder of the nearest folder around this one that has one. */
async function repositoryAround(folder: Uri): Promise<Uri | undefined> {
  const around = Uri.joinPath(folder, "..");
  if (around.path === folder.path) return undefined;
  const repository = Uri.joinPath(around, ".git");
  const found = await workspace.fs.stat(repository).then(
    ({ type }) => type === FileType.Directory,
    () => false,
  );
  return found ? repository : repositoryAround(around);
}
