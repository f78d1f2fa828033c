import type { Halt, ScimFailure } from "../../engine/ports.ts";

const reasons: Readonly<Record<Halt["reason"], string>> = {
  credentials: "the target has refused the credentials",
  unreachable: "the target could not be reached many times in a row",
  busy: "the target asked for a longer pause than a run waits",
};

const remedies: Readonly<Record<Halt["reason"], string>> = {
  credentials: "Check the environment's secret and what its owner may do, then run again.",
  unreachable: "See whether the target is up, then run again.",
  busy: "Run again when the pause is over.",
};

/** The failure of a request that was not sent, because the run has come to a halt or, without one, was cancelled. */
export function haltFailure(subject: string, halt: Halt | undefined): ScimFailure {
  const unsent = { kind: "failure", isUnattempted: true } as const;
  if (halt === undefined) {
    return { ...unsent, message: `${subject} was not sent: it was cancelled.`, remedy: "Run again when you want to." };
  }
  return {
    ...unsent,
    halt,
    message: `${subject} was not sent: ${reasons[halt.reason]}${untilOf(halt)}.`,
    remedy: remedies[halt.reason],
  };
}

function untilOf({ resumeAt }: Halt): string {
  return resumeAt === undefined ? "" : `, until ${new Date(resumeAt).toISOString()}`;
}
