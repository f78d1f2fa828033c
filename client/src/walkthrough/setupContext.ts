import { commands, Disposable, type ExtensionContext, type Tab, window, workspace } from "vscode";
import type { SetupStep } from "../../../server/src/protocol/applications.ts";
import type { ApplicationServer } from "./applicationServer.ts";

/** The steps of the walkthrough that are told by context keys `mapwright.setup.<step>`. */
type Step = SetupStep | "connected";

/** Keeps the context keys by which the walkthrough completes its steps. A step that was done once stays done in the workspace. */
export interface SetupContext extends Disposable {
  readonly done: (step: Step) => Promise<void>;
  /** Looks at the workspace again. */
  readonly update: () => Promise<void>;
  /** The walkthrough is shown: from now on keys are set, by what the workspace is now. */
  readonly shown: () => Promise<void>;
}

const memory = "setup";
const files = "**/{*.provmap,mapwright.json,*.sqlite}";

/**
 * Follows the files of the workspace. VS Code completes a step when a key changes after it has made the walkthrough, and
 * never one whose key was set before; so keys wait until the page of walkthroughs has been seen.
 */
export function keepSetupContext({ workspaceState }: ExtensionContext, server: ApplicationServer): SetupContext {
  const known = new Set<Step>(workspaceState.get<readonly Step[]>(memory, []));
  let isShown = window.tabGroups.all.some(({ tabs }) => tabs.some(isWelcome));
  const tell = async () => {
    if (!isShown) return;
    for (const step of known) await commands.executeCommand("setContext", `mapwright.setup.${step}`, true);
  };
  const done = async (...steps: readonly Step[]) => {
    for (const step of steps) known.add(step);
    await workspaceState.update(memory, [...known]);
    await tell();
  };
  const update = async () => done(...(await server.setup([...known].filter(step => step !== "connected"))));
  const changed = () => void update().catch(() => undefined);
  const shown = async () => {
    isShown = true;
    await tell();
    changed();
  };
  const watcher = workspace.createFileSystemWatcher(files);
  const listeners = [
    watcher,
    watcher.onDidChange(changed),
    watcher.onDidCreate(changed),
    window.tabGroups.onDidChangeTabs(({ opened }) => {
      if (opened.some(isWelcome)) void shown();
    }),
  ];
  return { done, update, shown, dispose: () => Disposable.from(...listeners).dispose() };
}

/** The page of walkthroughs, which has no input that an extension could know it by. */
function isWelcome({ input, label }: Tab): boolean {
  return input === undefined && label === "Welcome";
}
