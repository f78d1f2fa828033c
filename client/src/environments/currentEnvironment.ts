import { Disposable, type Event, EventEmitter, type Memento, type Uri, workspace } from "vscode";
import type { PlacedEnvironment, WorkspaceAnswer } from "../../../server/src/protocol/views.ts";
import type { CurrentFile } from "../explorer/currentFile.ts";
import type { ViewServer } from "../explorer/viewServer.ts";
import type { Refusal } from "../preview/provisioningServer.ts";

type Workspace = Extract<WorkspaceAnswer, { kind: "workspace" }>;

/** The environment that was selected: previews offer it first, and the status bar shows it. Each workspace remembers its own. */
export interface CurrentEnvironment extends Disposable {
  /** What mapwright.json says; undefined where no folder is open, and before the workspace is trusted. */
  readonly workspace: () => Promise<Workspace | Refusal | undefined>;
  /** The one that is selected, or that the setting names, if there is one of that name; else the first. */
  readonly chosen: (environments: readonly PlacedEnvironment[]) => PlacedEnvironment | undefined;
  /** The name of the selected one, where it is a sandbox. */
  readonly sandbox: () => Promise<string | undefined>;
  readonly select: (name: string) => Promise<void>;
  /** Another one may be selected, or another file be before the person. */
  readonly onDidChange: Event<void>;
  /** A mapwright.json is another: what was known of its environments may hold no longer. */
  readonly onDidEdit: Event<void>;
}

const key = "environment";

/** The name of the environment that previews of a file offer first. */
export function preferredEnvironment(memory: Memento, file?: Uri): string {
  return memory.get<string>(key) ?? workspace.getConfiguration("mapwright", file).get("environment", "sandbox");
}

/** Follows the selection, the setting and every mapwright.json. */
export function createCurrentEnvironment(
  memory: Memento,
  server: ViewServer,
  current: CurrentFile,
): CurrentEnvironment {
  const changed = new EventEmitter<void>();
  const edited = new EventEmitter<void>();
  const tell = () => changed.fire();
  const edit = () => edited.fire();
  const watcher = workspace.createFileSystemWatcher("**/mapwright.json");
  const listeners = [
    changed,
    edited,
    watcher,
    watcher.onDidChange(edit),
    watcher.onDidCreate(edit),
    watcher.onDidDelete(edit),
    edited.event(tell),
    current.onDidChange(tell),
    workspace.onDidGrantWorkspaceTrust(tell),
    workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration("mapwright.environment")) tell();
    }),
  ];
  const ask = async () => {
    const place = workspace.isTrusted ? await current.place() : undefined;
    return place && server.workspace({ uri: place.toString() });
  };
  const chosen: CurrentEnvironment["chosen"] = environments =>
    environments.find(({ name }) => name === preferredEnvironment(memory)) ?? environments[0];
  return {
    chosen,
    workspace: ask,
    sandbox: async () => {
      const answer = await ask();
      const environment = answer?.kind === "workspace" ? chosen(answer.environments) : undefined;
      return environment?.endpoint === "sandbox" ? environment.name : undefined;
    },
    select: async name => {
      await memory.update(key, name);
      tell();
    },
    onDidChange: changed.event,
    onDidEdit: edited.event,
    dispose: () => Disposable.from(...listeners).dispose(),
  };
}
