import * as l10n from "@vscode/l10n";
import type { Halt, ScimFailure } from "../../engine/ports.ts";

const reasons: Readonly<Record<Halt["reason"], () => string>> = {
  credentials: () => l10n.t("the target has refused the credentials"),
  unreachable: () => l10n.t("the target could not be reached many times in a row"),
  busy: () => l10n.t("the target asked for a longer pause than a run waits"),
};

const remedies: Readonly<Record<Halt["reason"], () => string>> = {
  credentials: () => l10n.t("Check the environment's secret and what its owner may do, then run again."),
  unreachable: () => l10n.t("See whether the target is up, then run again."),
  busy: () => l10n.t("Run again when the pause is over."),
};

/** The failure of a request that was not sent, because the run has come to a halt or, without one, was cancelled. */
export function haltFailure(subject: string, halt: Halt | undefined): ScimFailure {
  const unsent = { kind: "failure", isUnattempted: true } as const;
  if (halt === undefined) {
    return {
      ...unsent,
      message: l10n.t`${subject} was not sent: it was cancelled.`,
      remedy: l10n.t("Run again when you want to."),
    };
  }
  return {
    ...unsent,
    halt,
    message: unsentSentence(subject, halt),
    remedy: remedies[halt.reason](),
  };
}

function unsentSentence(subject: string, { reason, resumeAt }: Halt): string {
  return resumeAt === undefined
    ? l10n.t`${subject} was not sent: ${reasons[reason]()}.`
    : l10n.t`${subject} was not sent: ${reasons[reason]()}, until ${new Date(resumeAt).toISOString()}.`;
}
