import * as l10n from "@vscode/l10n";
import type { Run } from "../course.ts";
import type { Write } from "../requests/writes.ts";
import type { RecordedRequest } from "../result.ts";
import type { StepFailure } from "../stepFailure.ts";
import type { Look } from "./writeSurely.ts";

/** True for a run in which every write is read back. */
export function isVerified({ verifies, executor }: Run): boolean {
  return verifies === true && executor.kind === "live";
}

/** Reads back what the target has taken with success: some report it and apply nothing. One that cannot be asked is believed. */
export async function verify(
  look: Look,
): Promise<{ readonly requests: readonly RecordedRequest[]; readonly failure?: StepFailure }> {
  const { requests, outcome } = await look();
  return outcome.kind === "missing" ? { requests, failure: notApplied(outcome.write) } : { requests };
}

function notApplied(missing: Write): StepFailure {
  return {
    errorCode: "WriteNotApplied",
    reason: whatLacks(missing),
    recommendedAction: l10n.t(
      "Look into the endpoint's log, and leave out what it does not support, or map it another way.",
    ),
  };
}

function whatLacks(missing: Write): string {
  if (missing.kind === "delete")
    return l10n.t("The target answered with success, and read back it has the object all the same.");
  const names = missing.kind === "reference" ? [missing.reference.target] : missing.changes.map(({ target }) => target);
  return l10n.t`The target answered with success, and read back it does not hold what was written to ${names.join(", ")}.`;
}
