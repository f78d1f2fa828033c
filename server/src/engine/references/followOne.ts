import type { Run } from "../course.ts";
import { referenceQuery } from "../requests/reads.ts";
import { askAbout, type Holder, writeReference } from "./holder.ts";
import { type Followed, isAdded, isTakenAway, type Reference } from "./reference.ts";
import type { Resolve } from "./resolve.ts";

/** Lets an attribute with one value, such as the manager, point to what the source points to, or to nobody. */
export async function followOne(reference: Reference, holder: Holder, run: Run, resolve: Resolve): Promise<Followed> {
  const [wanted] = reference.wanted;
  const { before, target } = reference;
  if (wanted === undefined ? !isTakenAway(reference) : !isAdded(reference)) return { ...nothing, after: before };
  if (wanted === undefined) return clear(reference, holder, run);
  const { requests: searched, leftOut, objectType: _, ...found } = await resolve(wanted);
  const { targetId } = found;
  const stays = { after: before, requests: searched, writes: [] };
  if (targetId === undefined)
    return { ...stays, reports: [{ ...found, outcome: "leftOut", ...(leftOut !== undefined && { reason: leftOut }) }] };
  if (targetId === before[0]) return { ...stays, reports: [{ ...found, outcome: "unchanged" }] };
  const checked = await check(targetId, reference, holder, run);
  const requests = [...searched, checked.request];
  if (checked.isSet) return { ...stays, after: [targetId], requests, reports: [{ ...found, outcome: "unchanged" }] };
  if (checked.lost !== undefined)
    return { ...stays, requests, reports: [{ ...found, outcome: "failed", reason: checked.lost }] };
  const written = await writeReference({ target, kind: "set", ids: [targetId] }, holder, run);
  const sent = { requests: [...requests, ...written.requests], writes: written.writes };
  if (written.failure === undefined) return { ...sent, after: [targetId], reports: [{ ...found, outcome: "set" }] };
  return { ...sent, after: before, reports: [{ ...found, outcome: "failed", reason: written.failure }] };
}

const nothing = { reports: [], requests: [], writes: [] } as const;

async function clear({ before, target }: Reference, holder: Holder, run: Run): Promise<Followed> {
  const [targetId] = before;
  if (targetId === undefined) return { ...nothing, after: [] };
  const { failure, requests, writes } = await writeReference({ target, kind: "clear", ids: [] }, holder, run);
  const nobody = { displayName: targetId, targetId };
  if (failure === undefined) return { after: [], reports: [{ ...nobody, outcome: "removed" }], requests, writes };
  return { after: before, reports: [{ ...nobody, outcome: "failed", reason: failure }], requests, writes };
}

/**
 * The request that Entra makes before it changes a reference. Its answer counts where the target did not show the
 * attribute itself; many endpoints cannot answer it, and are written to all the same.
 */
async function check(targetId: string, { path, before }: Reference, holder: Holder, run: Run) {
  const query = referenceQuery(run.mapping.targetObject.text, holder.id, path, targetId);
  const { answer, request } = await askAbout(query, holder, run);
  const isShown = holder.resource === undefined || before.length > 0;
  const isSet =
    !isShown && answer.kind === "list" && answer.resources.length === 1 && answer.resources[0]?.id === holder.id;
  const lost = answer.kind === "failure" && answer.status === undefined ? answer.message : undefined;
  return { request, isSet, lost };
}
