import * as l10n from "@vscode/l10n";
import type { Followed } from "../references/reference.ts";
import { shortTarget, valueText } from "../report/names.ts";
import type { FlowValue, ReferenceReport } from "../result.ts";
import { fromScimFailure, type StepFailure } from "../stepFailure.ts";
import { type CycleContext, isHalted, logEntry } from "./cycleContext.ts";
import { keepInEscrow } from "./escrow.ts";
import type { KeptReference, KnownObject } from "./jobStore.ts";
import { type Happening, happeningEntry } from "./logEntry.ts";

/** A reference attribute with what came of writing it. */
export interface WrittenReference {
  readonly target: string;
  readonly kept: KeptReference;
  /** The target ids that it pointed to. */
  readonly before: readonly string[];
  readonly followed: Followed;
  /** The answer to a change was lost. */
  readonly isLost: boolean;
}

/** Stores what the references of an object point to now, and logs what changed or failed. Failures here are told apart from those of objects. */
export function settleReferences(
  known: KnownObject,
  written: readonly WrittenReference[],
  began: number,
  context: CycleContext,
): void {
  const { store } = context.cycle;
  for (const one of written) store.references.keep(known.id, one.target, referenceAfter(one, context));
  const failure = written.map(failureOf).find(found => found !== undefined);
  const isStopped = failure !== undefined && isHalted(context);
  if (failure === undefined) store.escrows.drop(known.id);
  else if (!isStopped) {
    const { id: objectId, objectType, name, fingerprint = "" } = known;
    keepInEscrow({ objectId, objectType, name, kind: "reference", fingerprint }, failure, context);
    context.counts.countEscrowed++;
  }
  const told = written.filter(isEvent);
  if (told.length > 0 && !isStopped) {
    context.counts.countImportedReferenceDeltas++;
    logEntry(context, began, (log, moment) => happeningEntry(happening(known, told, failure), log, moment));
  }
  store.commit();
}

function referenceAfter(
  { kept, followed, isLost }: WrittenReference,
  { cycle: { store }, generation }: CycleContext,
): KeptReference {
  const isUnwritten = followed.reports.some(isFailed);
  const isOpen = isUnwritten || kept.wanted.some(id => store.escrows.find(id)?.kind === "object");
  const status = isUnwritten && isLost ? "sent" : isOpen ? "pending" : "settled";
  return { wanted: kept.wanted, held: followed.after, generation, status };
}

function isFailed({ outcome }: ReferenceReport): boolean {
  return outcome === "failed";
}

function isChange({ outcome }: ReferenceReport): boolean {
  return outcome === "set" || outcome === "added" || outcome === "removed";
}

/** That a reference is left out is told once. */
function isEvent({ kept, followed: { reports } }: WrittenReference): boolean {
  return reports.some(
    report => isChange(report) || isFailed(report) || (report.outcome === "leftOut" && kept.held === undefined),
  );
}

function failureOf({ followed: { reports, requests } }: WrittenReference): StepFailure | undefined {
  const failed = reports.find(isFailed);
  if (failed === undefined) return undefined;
  const refused = requests.findLast(({ failure }) => failure !== undefined)?.failure;
  if (refused !== undefined) return fromScimFailure(refused);
  return {
    errorCode: "ReferenceNotWritten",
    reason: failed.reason ?? "",
    recommendedAction: l10n.t("Run another cycle."),
  };
}

const toldByName = 10;

function happening(known: KnownObject, told: readonly WrittenReference[], failure: StepFailure | undefined): Happening {
  const { id, name: displayName, objectType: identityType, targetId } = known;
  const reports = told.flatMap(({ followed }) => followed.reports);
  const status = failure ? "failure" : reports.some(isChange) ? "success" : "skipped";
  return {
    action: "update",
    status,
    step: {
      name: "EntryExportUpdate",
      provisioningStepType: "referenceResolution",
      description: told.map(one => describe(one, displayName)).join(" "),
      details: {},
    },
    ...(failure && { error: { ...failure, code: failure.errorCode, message: failure.reason } }),
    ...(failure && { requests: told.flatMap(({ followed }) => followed.requests) }),
    ...(targetId !== undefined && { targetId }),
    source: { id, displayName, identityType },
    modifiedProperties: told.flatMap(modified),
  };
}

function describe({ target, followed: { reports } }: WrittenReference, name: string): string {
  const count = (outcome: ReferenceReport["outcome"]) => reports.filter(report => report.outcome === outcome).length;
  const outcomes = (["set", "added", "removed", "failed"] as const).filter(outcome => count(outcome) > 0);
  const counted = outcomes.map(outcome => happened(outcome, count(outcome)));
  const reasons = reports.filter(({ outcome }) => outcome === "leftOut").flatMap(({ reason }) => reason ?? []);
  const more = reasons.length > toldByName ? [l10n.t`and ${reasons.length - toldByName} more`] : [];
  const leftOut = [...reasons.slice(0, toldByName), ...more].join("; ");
  const told = [...counted, ...(leftOut ? [l10n.t`left out, as ${leftOut}`] : [])].join(", ");
  return l10n.t`${shortTarget(target)} of ${name}: ${told}.`;
}

function happened(outcome: "set" | "added" | "removed" | "failed", count: number): string {
  switch (outcome) {
    case "set":
      return l10n.t("set");
    case "added":
      return l10n.t`${count} added`;
    case "removed":
      return l10n.t`${count} removed`;
    case "failed":
      return l10n.t`${count} failed`;
  }
}

function modified({ target, before, followed: { after } }: WrittenReference) {
  const [oldValue, newValue] = [valueText(idsValue(before)), valueText(idsValue(after))];
  return oldValue === newValue ? [] : [{ displayName: target, oldValue, newValue }];
}

function idsValue(ids: readonly string[]): FlowValue {
  return ids.length > 1 ? ids : (ids[0] ?? null);
}
