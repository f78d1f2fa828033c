import type { Locator } from "playwright-core";

/** How long something may take. */
export interface Patience {
  /** Milliseconds. */
  readonly timeout: number;
}

/**
 * Does something until it is seen to have had its effect: while VS Code starts, lays out or gives the focus back, an input may be lost. One
 * that shows nothing within the patience counts as lost and is given again, so that giving it twice must do no harm. Fails with what the
 * last attempt ran into once a page's patience is over.
 */
export async function untilSeen(
  effect: Locator,
  act: (patience: Patience) => Promise<unknown>,
  { state = "visible", timeout = 5_000 }: { readonly state?: "visible" | "hidden" } & Partial<Patience> = {},
): Promise<void> {
  const failureOf = (step: Promise<unknown>): Promise<unknown> =>
    step.then(
      () => undefined,
      error => error,
    );
  const end = performance.now() + patienceOfPage;
  for (;;) {
    const trouble = await failureOf(act({ timeout }));
    const unseen = await failureOf(effect.waitFor({ state, timeout }));
    if (unseen === undefined) return;
    if (performance.now() > end) throw trouble ?? unseen;
  }
}

/** Milliseconds that VS Code has to show what it is waited for: generous, as a machine may be slow, and only a failing test takes them. */
export const patienceOfPage = 40_000;
