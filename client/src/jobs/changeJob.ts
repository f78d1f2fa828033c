import { commands, l10n, window } from "vscode";
import type { Job, ResetScope } from "../../../server/src/protocol/jobs.ts";
import { counted } from "../counted.ts";
import type { JobServer } from "./jobServer.ts";
import { resetWords, stagedWords } from "./words.ts";

/** What the portal's "Restart provisioning" resets. */
const usual: readonly ResetScope[] = ["QuarantineState", "Watermark", "Escrows"];

/** Restarts a job in Graph's words, which the person chooses. The next cycle begins from there. */
export async function restartJob({ application, environment, uri }: Job, server: JobServer): Promise<void> {
  const scopes = (Object.keys(resetWords) as ResetScope[]).filter(scope => scope !== "ForceDeletes");
  const items = scopes.map(label => ({ label, description: resetWords[label], picked: usual.includes(label) }));
  const picked = await window.showQuickPick(items, {
    title: l10n.t("Restart Provisioning of {0} in {1}", application, environment),
    placeHolder: l10n.t("What is reset"),
    canPickMany: true,
    matchOnDescription: true,
  });
  if (picked === undefined || picked.length === 0) return;
  const resetScope = picked.map(({ label }) => label);
  const answer = await server.restart({ uri, environment, resetScope });
  if (answer.kind === "refused") return void window.showErrorMessage(answer.message);
  await offerCycle(l10n.t("Reset: {0}. The next cycle begins from there.", resetScope.join(", ")), {
    uri,
    environment,
  });
}

/** Lets the person allow or reject what is staged, the number and the first of them named. */
export async function decideDeletions(job: Job, allows: boolean, server: JobServer): Promise<void> {
  const { uri, environment, application, staged } = job;
  if (staged === 0) return void window.showInformationMessage(l10n.t("Nothing is staged."));
  const verb = allows ? l10n.t("Allow") : l10n.t("Reject");
  const about = [counted(staged, "account"), application, environment] as const;
  const chosen = await window.showWarningMessage(
    allows
      ? l10n.t("Let {0} of {1} in {2} be disabled or deleted?", ...about)
      : l10n.t("Let {0} of {1} in {2} stay as they are?", ...about),
    { modal: true, detail: `${firstNames(job)}\n\n${consequence(job, allows)}` },
    verb,
  );
  if (chosen !== verb) return;
  const answer = await server.decideDeletions({ uri, environment, allows });
  if (answer.kind === "refused") return void window.showErrorMessage(answer.message);
  const done = counted(answer.staged, "deletion");
  await offerCycle(
    allows
      ? l10n.t("Allowed: {0}. The next cycle does what was staged.", done)
      : l10n.t("Rejected: {0}. The next cycle evaluates everybody again, and stages who is still out of scope.", done),
    { uri, environment },
  );
}

/** How many accounts are named in a question. */
const named = 10;

/** The names of the first accounts, and how many more there are. */
function firstNames({ staged, status }: Job): string {
  const first = (status?.stagedDeletions ?? [])
    .slice(0, named)
    .map(({ name, action }) => `${name} (${stagedWords[action]})`);
  return [...first, ...(staged > first.length ? [l10n.t("and {0} more", staged - first.length)] : [])].join("\n");
}

function consequence({ endpoint }: Job, allows: boolean): string {
  return allows
    ? l10n.t("The next cycle writes this to {0}.", endpoint)
    : l10n.t("Bring them back into scope first: assignments, filters or the objects themselves.");
}

async function offerCycle(message: string, key: { readonly uri: string; readonly environment: string }): Promise<void> {
  const start = l10n.t("Start Cycle");
  if ((await window.showInformationMessage(message, start)) === start)
    await commands.executeCommand("mapwright.startJob", key);
}
