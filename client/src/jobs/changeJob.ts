import { commands, window } from "vscode";
import type { Job, ResetScope } from "../../../server/src/protocol/jobs.ts";
import { counted } from "../explorer/node.ts";
import type { JobServer } from "./jobServer.ts";
import { resetWords } from "./words.ts";

/** What the portal's "Restart provisioning" resets. */
const usual: readonly ResetScope[] = ["QuarantineState", "Watermark", "Escrows"];

/** Restarts a job in Graph's words, which the person chooses. The next cycle begins from there. */
export async function restartJob({ application, environment, uri }: Job, server: JobServer): Promise<void> {
  const scopes = (Object.keys(resetWords) as ResetScope[]).filter(scope => scope !== "ForceDeletes");
  const items = scopes.map(label => ({ label, description: resetWords[label], picked: usual.includes(label) }));
  const picked = await window.showQuickPick(items, {
    title: `Restart Provisioning of ${application} in ${environment}`,
    placeHolder: "What is reset",
    canPickMany: true,
    matchOnDescription: true,
  });
  if (picked === undefined || picked.length === 0) return;
  const resetScope = picked.map(({ label }) => label);
  const answer = await server.restart({ uri, environment, resetScope });
  if (answer.kind === "refused") return void window.showErrorMessage(answer.message);
  await offerCycle(`Reset: ${resetScope.join(", ")}. The next cycle begins from there.`, { uri, environment });
}

/** Lets the person allow or reject what is staged, the number and the first of them named. */
export async function decideDeletions(job: Job, allows: boolean, server: JobServer): Promise<void> {
  const { uri, environment, staged } = job;
  if (staged === 0) return void window.showInformationMessage("Nothing is staged.");
  const [verb, question] = allows ? ["Allow", "be disabled or deleted"] : ["Reject", "stay as they are"];
  const chosen = await window.showWarningMessage(
    `Let ${counted(staged, "account")} of ${job.application} in ${environment} ${question}?`,
    { modal: true, detail: `${firstNames(job)}\n\n${consequence(job, allows)}` },
    verb,
  );
  if (chosen !== verb) return;
  const answer = await server.decideDeletions({ uri, environment, allows });
  if (answer.kind === "refused") return void window.showErrorMessage(answer.message);
  const done = `${counted(answer.staged, "staged deletion")} ${answer.staged === 1 ? "is" : "are"}`;
  await offerCycle(
    allows
      ? `${done} allowed: the next cycle does them.`
      : `${done} rejected. The next cycle evaluates everybody again, and stages who is still out of scope.`,
    { uri, environment },
  );
}

/** How many accounts are named in a question. */
const named = 10;

/** The names of the first accounts, and how many more there are. */
function firstNames({ staged, status }: Job): string {
  const first = (status?.stagedDeletions ?? []).slice(0, named).map(({ name, action }) => `${name} (to be ${action}d)`);
  return [...first, ...(staged > first.length ? [`and ${staged - first.length} more`] : [])].join("\n");
}

function consequence({ endpoint }: Job, allows: boolean): string {
  return allows
    ? `The next cycle writes this to ${endpoint}.`
    : "Bring them back into scope first: assignments, filters or the objects themselves.";
}

async function offerCycle(message: string, key: { readonly uri: string; readonly environment: string }): Promise<void> {
  const start = "Start Cycle";
  if ((await window.showInformationMessage(message, start)) === start)
    await commands.executeCommand("mapwright.startJob", key);
}
