import type { Halt } from "../../../engine/ports.ts";
import type { Clock } from "./clock.ts";
import type { Figures } from "./figures.ts";
import { type Gate, openGate } from "./gate.ts";
import type { Outcome, Verdict } from "./judge.ts";
import { retryAfter } from "./retryAfter.ts";
import type { Wait } from "./wait.ts";

/** What is known of a target from everything that was sent to it in one run. */
export interface TargetState {
  /** Lets the next request leave; where it must wait, the promise of that. */
  readonly pass: Gate["pass"];
  /** Why nothing is sent any more. */
  readonly halt: () => Halt | undefined;
  readonly stop: (halt: Halt) => void;
  /** Takes notice of an outcome; true where the target said how long it wants to be left alone. */
  readonly learn: (outcome: Outcome, verdict: Verdict) => boolean;
}

/** The state of a target that nothing is known of yet. */
export function newTargetState(figures: Figures, clock: Clock, onWait: (wait: Wait) => void): TargetState {
  const gate = openGate(figures.requestsPerSecond, clock);
  let losses = 0;
  let halt: Halt | undefined;
  const stop = (why: Halt) => {
    halt ??= why;
  };
  const rest = (milliseconds: number) => {
    if (milliseconds > figures.longestAskedWait)
      return stop({ reason: "busy", resumeAt: clock.today() + milliseconds });
    gate.closeFor(milliseconds);
    if (milliseconds > 0) onWait({ kind: "asked", milliseconds });
  };
  return {
    pass: gate.pass,
    halt: () => halt,
    stop,
    learn(outcome, verdict) {
      losses = outcome.kind === "lost" && verdict !== "garbled" ? losses + 1 : 0;
      if (losses >= figures.lossesInARow) stop({ reason: "unreachable" });
      if (outcome.kind === "lost" || (verdict !== "undone" && verdict !== "doubtful")) return false;
      const asked = retryAfter(outcome.answer.retryAfter, clock.today());
      if (asked !== undefined) rest(asked);
      return asked !== undefined;
    },
  };
}
