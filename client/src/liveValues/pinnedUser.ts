import { type Event, EventEmitter, type ExtensionContext, workspace } from "vscode";
import type { DirectoryUser } from "../../../server/src/protocol/directory.ts";

/** The sample user, which each workspace remembers. */
export interface PinnedUser {
  readonly get: () => DirectoryUser | undefined;
  readonly set: (user: DirectoryUser | undefined) => Promise<void>;
  /** The user is another, or the setting is. */
  readonly onDidChange: Event<void>;
  /** The id of the user whose values are shown; undefined also where the setting turns them off. */
  readonly shown: () => string | undefined;
}

const key = "pinnedUser";

/** Whether live values are turned on. */
export function areEnabled(): boolean {
  return workspace.getConfiguration("mapwright").get("liveValues.enabled", true);
}

/** The sample user that the workspace remembers. */
export function createPinnedUser({ workspaceState, subscriptions }: ExtensionContext): PinnedUser {
  const changed = new EventEmitter<void>();
  const get = () => workspaceState.get<DirectoryUser>(key);
  subscriptions.push(
    changed,
    workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration("mapwright.liveValues.enabled")) changed.fire();
    }),
  );
  return {
    get,
    set: async user => {
      await workspaceState.update(key, user);
      changed.fire();
    },
    onDidChange: changed.event,
    shown: () => (areEnabled() ? get()?.id : undefined),
  };
}
