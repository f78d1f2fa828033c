import * as l10n from "@vscode/l10n";
import { ask } from "../match/ask.ts";
import { question } from "../match/matchQuestions.ts";
import { type CycleContext, isHalted, logEntry } from "./cycleContext.ts";
import { heed } from "./heed.ts";
import type { Intent } from "./jobStore.ts";
import { type Happening, happeningEntry } from "./logEntry.ts";

/**
 * Finds out what came of creations that were sent and of which no answer was stored: who is found by the values of then
 * is linked, and compared with the source like any other, as are accounts of which the first change was sent. What cannot
 * be found out now stays to be asked again.
 */
export async function recover(context: CycleContext): Promise<void> {
  const { store } = context.cycle;
  for (const intent of store.intents.all()) {
    if (isHalted(context)) return;
    const found = intent.targetId === undefined ? await search(intent, context) : { id: intent.targetId };
    if (found === "unknown") continue;
    if (found !== "none") link(intent, found.id, context);
    store.intents.drop(intent.objectId);
    store.commit();
  }
}

async function search(
  { objectType, mapping, matching }: Intent,
  context: CycleContext,
): Promise<{ readonly id: string } | "none" | "unknown"> {
  const { target, signal } = context.cycle;
  const lane = context.lane(objectType);
  if (lane?.mapping.name.text !== mapping) return "none";
  for (const { attribute, value } of matching) {
    const compiled = lane.matching.find(one => one.mapping.target.text === attribute);
    if (compiled?.path.kind !== "path") continue;
    const asked = question(compiled, compiled.path, value, false);
    const { request, outcome } = await ask(asked, "match", {
      targetObject: lane.mapping.targetObject.text,
      target,
      signal,
    });
    heed([request], context);
    if (outcome.kind === "failure") return "unknown";
    const [first] = outcome.resources;
    if (outcome.resources.length === 1 && typeof first?.id === "string") return { id: first.id };
  }
  return "none";
}

/** Without a fingerprint, so that it is evaluated again. */
function link({ objectId: id, objectType, name, targetId: known }: Intent, targetId: string, context: CycleContext) {
  const { store, world } = context.cycle;
  const before = store.objects.find(id);
  const holder = store.objects.holder(objectType, targetId);
  const isLinked = before?.targetId !== undefined && before.standing !== "unmanaged";
  if (isLinked || (holder !== undefined && holder.id !== id)) return;
  store.objects.keep({ id, objectType, name, standing: "inScope", targetId });
  if (known !== undefined) return;
  logEntry(context, world.now(), (log, moment) =>
    happeningEntry(recovered(id, objectType, name, targetId), log, moment),
  );
}

function recovered(id: string, identityType: Intent["objectType"], displayName: string, targetId: string): Happening {
  const description = l10n.t`${displayName} was created by a run that came to no end, and was found by its matching values.`;
  return {
    action: "create",
    status: "success",
    step: { name: "EntryExportAdd", provisioningStepType: "export", description, details: { TargetId: targetId } },
    source: { id, displayName, identityType },
    targetId,
  };
}
