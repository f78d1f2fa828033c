import type { Disposable } from "vscode";

/** How long nothing has to happen before a view asks again, in milliseconds. */
const pause = 300;

/** Runs once after a burst of changes. */
export interface Debounced extends Disposable {
  readonly run: () => void;
}

/** Waits until nothing has asked for it for a moment. */
export function debounced(action: () => void): Debounced {
  let waiting: NodeJS.Timeout | undefined;
  return {
    run: () => {
      clearTimeout(waiting);
      waiting = setTimeout(action, pause);
    },
    dispose: () => clearTimeout(waiting),
  };
}
