import * as l10n from "@vscode/l10n";
import type { Run } from "../course.ts";
import { defaultWire } from "../requests/wire.ts";
import type { ReferenceReport } from "../result.ts";
import { type Holder, type Written, writeReference } from "./holder.ts";
import { type Followed, isAdded, isTakenAway, type Reference } from "./reference.ts";
import type { Referenced, Resolve } from "./resolve.ts";

/**
 * Adds to a list, such as members, what the source points to and the list is not known to hold, and removes what it
 * holds and the source does not have any more. Entra never reads members back.
 */
export async function followMany(reference: Reference, holder: Holder, run: Run, resolve: Resolve): Promise<Followed> {
  const wanted: Referenced[] = [];
  for (const id of isAdded(reference) ? reference.wanted : []) wanted.push(await resolve(id));
  const known = new Set(reference.before);
  const added = wanted.filter(({ targetId }) => targetId !== undefined && !known.has(targetId));
  const adding = await change("add", idsOf(added), reference, holder, run);
  const removing = await change("remove", superfluous(reference, wanted, run), reference, holder, run);
  const after = new Set([...reference.before, ...adding.done]);
  for (const id of removing.done) after.delete(id);
  return {
    after: [...after],
    reports: [
      ...wanted.map(found => reportOf(found, known, adding.failures)),
      ...removing.ids.map(id => removalReport(id, removing.failures.get(id))),
    ],
    requests: [...wanted.flatMap(({ requests }) => requests), ...adding.requests, ...removing.requests],
    writes: [...adding.writes, ...removing.writes],
  };
}

/** What is known of the target and not wanted. Somebody who is only out of scope keeps the membership. */
function superfluous(reference: Reference, wanted: readonly Referenced[], { lastKnown }: Run) {
  const { before, isComplete } = reference;
  if (!isComplete || !isTakenAway(reference)) return [];
  const kept = new Set(wanted.map(({ objectId, targetId }) => targetId ?? lastKnown?.targetId(objectId)));
  return before.filter(id => !kept.has(id));
}

interface Changed extends Omit<Written, "failure" | "isLost"> {
  readonly ids: readonly string[];
  readonly done: readonly string[];
  /** Why the target does not have the change, by id. */
  readonly failures: ReadonlyMap<string, string>;
}

/** One request for each batch. A batch that is refused does not stop the others, an endpoint that is gone does. */
async function change(
  kind: "add" | "remove",
  ids: readonly string[],
  { target }: Reference,
  holder: Holder,
  run: Run,
): Promise<Changed> {
  const size = Math.max(1, (run.wire ?? defaultWire).memberBatch);
  const failures = new Map<string, string>();
  const sent: Written[] = [];
  for (let start = 0; start < ids.length; start += size) {
    const batch = ids.slice(start, start + size);
    const written = await writeReference({ target, kind, ids: batch }, holder, run);
    sent.push(written);
    const { failure, isLost } = written;
    if (failure === undefined) continue;
    for (const id of isLost ? ids.slice(start) : batch) failures.set(id, failure);
    if (isLost) break;
  }
  return {
    ids,
    done: ids.filter(id => !failures.has(id)),
    failures,
    requests: sent.flatMap(({ requests }) => requests),
    writes: sent.flatMap(({ writes }) => writes),
  };
}

function idsOf(referenced: readonly Referenced[]): readonly string[] {
  return [...new Set(referenced.flatMap(({ targetId }) => targetId ?? []))];
}

function reportOf(
  { requests: _, objectType, leftOut, ...found }: Referenced,
  known: ReadonlySet<string>,
  failures: ReadonlyMap<string, string>,
): ReferenceReport {
  const { targetId, displayName } = found;
  if (targetId === undefined)
    return { ...found, outcome: "leftOut", ...(leftOut !== undefined && { reason: leftOut }) };
  const failure = failures.get(targetId);
  if (failure !== undefined) return { ...found, outcome: "failed", reason: failure };
  const nested =
    objectType === "Group" ? { reason: l10n.t`${displayName} is a group: its own members are not added` } : {};
  return { ...found, outcome: known.has(targetId) ? "unchanged" : "added", ...nested };
}

function removalReport(targetId: string, failure: string | undefined): ReferenceReport {
  const gone = { displayName: targetId, targetId };
  return failure === undefined ? { ...gone, outcome: "removed" } : { ...gone, outcome: "failed", reason: failure };
}
