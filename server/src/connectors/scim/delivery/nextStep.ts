import type { Figures } from "./figures.ts";
import type { Verdict } from "./judge.ts";

/** What is known of a request after one attempt. Times are in milliseconds. */
export interface Attempt {
  readonly verdict: Verdict;
  /** It changes nothing, or nothing more when it comes twice. */
  readonly isRepeatable: boolean;
  /** How often it has been sent, from 1. */
  readonly count: number;
  /** How long that took, without the waits that the target asked for. */
  readonly spent: number;
  /** The target says itself how long it wants to be left alone. */
  readonly isAsked: boolean;
  /** An attempt before was unauthorized. */
  readonly wasRefused: boolean;
  /** From 0 to 1. */
  readonly chance: number;
}

/**
 * What is done next, after a wait in milliseconds. `again`: the request is sent again. `finish`: what came is handed back;
 * of a write that may have been done only after the wait, so that whoever looks for it does not look too early.
 */
export interface Step {
  readonly kind: "again" | "finish";
  readonly wait: number;
  readonly isUncertain: boolean;
  /** The credentials are refused for good, so that no request has any prospect. */
  readonly halts: boolean;
}

/** Decides it. The wait that a target asks for is for all requests, and so no part of the step. */
export function nextStep(attempt: Attempt, figures: Figures): Step {
  const { verdict, isRepeatable, count, spent, isAsked, wasRefused } = attempt;
  const mayHelp = verdict === "undone" || verdict === "doubtful" || (verdict === "unauthorized" && !wasRefused);
  const wait = mayHelp && verdict !== "unauthorized" && !isAsked ? backoff(attempt, figures) : 0;
  const isOver = count >= figures.attempts || spent + wait > figures.longestOperation;
  const isUncertain = !isRepeatable && (verdict === "doubtful" || verdict === "garbled");
  if (isUncertain) return { kind: "finish", wait, isUncertain, halts: false };
  if (mayHelp && !isOver) return { kind: "again", wait, isUncertain, halts: false };
  return { kind: "finish", wait: 0, isUncertain, halts: verdict === "unauthorized" || verdict === "forbidden" };
}

/** Twice as long each time, and between half and the whole of that, so that many do not come back together. */
function backoff({ count, chance }: Attempt, { firstWait, longestWait }: Figures): number {
  return Math.min(longestWait, firstWait * 2 ** (count - 1)) * (0.5 + chance / 2);
}
