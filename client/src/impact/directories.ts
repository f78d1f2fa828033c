import { type Disposable, type Event, EventEmitter } from "vscode";
import type { ViewServer } from "../explorer/viewServer.ts";
import { watchFile, watchFiles } from "../watchFile.ts";

/** The directories that impacts are reckoned over. */
export interface Directories extends Disposable {
  /** From now on, changes of the directory of this file are told. */
  readonly follow: (uri: string) => Promise<void>;
  /** A directory that is followed has changed, or a `mapwright.json`, which may name another. */
  readonly onDidChange: Event<void>;
}

/** Follows directories, wherever they lie. */
export function followDirectories(server: Pick<ViewServer, "workspace">): Directories {
  const changed = new EventEmitter<void>();
  const files = new Set<string>();
  const watchers = new Map<string, Disposable>();
  const configurations = watchFiles("**/mapwright.json", () => {
    files.clear();
    changed.fire();
  });
  return {
    onDidChange: changed.event,
    follow: async uri => {
      if (files.has(uri)) return;
      files.add(uri);
      const answer = await server.workspace({ uri });
      const directory = answer.kind === "workspace" ? answer.directory : undefined;
      if (directory === undefined || watchers.has(directory)) return;
      watchers.set(
        directory,
        watchFile(directory, () => changed.fire()),
      );
    },
    dispose: () => {
      configurations.dispose();
      changed.dispose();
      for (const watcher of watchers.values()) watcher.dispose();
    },
  };
}
