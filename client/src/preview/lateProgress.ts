import { setTimeout } from "node:timers/promises";
import { type CancellationToken, CancellationTokenSource, ProgressLocation, window } from "vscode";

const patience = 400;

/** Runs at once. What takes longer than a moment gets a progress notification that cancels it; undefined where it was cancelled, by that or by the source. */
export async function lateProgress<T>(
  title: string,
  start: (token: CancellationToken) => Promise<T>,
  source = new CancellationTokenSource(),
): Promise<T | undefined> {
  const running = start(source.token);
  const late = setTimeout(patience, true, { ref: false });
  if ((await Promise.race([late, running.then(() => false)])) === true) {
    const progress = { location: ProgressLocation.Notification, cancellable: true, title };
    await window.withProgress(progress, (_progress, token) => {
      token.onCancellationRequested(() => source.cancel());
      return running;
    });
  }
  return source.token.isCancellationRequested ? undefined : running;
}
