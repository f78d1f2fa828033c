import { newGuid } from "../../functions/guid.ts";
import type { ObjectMapping } from "../../model/configuration.ts";
import { findMapping } from "../../model/findMapping.ts";
import { type CompiledMapping, compileMapping, hidingSecrets } from "../flow/compiledMapping.ts";
import type { LastKnown, SourceObject } from "../ports.ts";
import { redactedAttributes } from "../redaction.ts";
import { compileJudge, type ScopeJudge } from "../scope/scope.ts";
import type { Cycle } from "./cycle.ts";
import { type CycleCounts, type CycleError, type JobState, noCounts, type QuarantineReason } from "./jobState.ts";
import type { LogContext, LogEntry, LogMoment } from "./logEntry.ts";

/** A cycle under way. */
export interface CycleContext {
  readonly cycle: Cycle;
  readonly generation: string;
  readonly log: LogContext;
  readonly counts: { -readonly [K in keyof CycleCounts]: CycleCounts[K] };
  readonly lastKnown: (objectType: SourceObject["objectType"]) => LastKnown;
  /** How objects of a type are provisioned; undefined where no enabled mapping reads them. */
  readonly lane: (objectType: SourceObject["objectType"]) => Lane | undefined;
  readonly brake: Brake;
  /** Stores what was done, once it is as much as may be under way anyway: that is what is done again after a kill. */
  readonly store: () => void;
}

/** How objects of one type are provisioned. */
export interface Lane {
  readonly mapping: ObjectMapping;
  readonly compiled: readonly CompiledMapping[];
  /** Those of them that match. */
  readonly matching: readonly CompiledMapping[];
  readonly judge: ScopeJudge;
  /** The attributes that the mapping redacts. */
  readonly redacted: ReadonlySet<string>;
}

/** Stops a cycle before its end. */
export interface Brake {
  halt?: Halt;
  /** The source has an object of which nobody knows which one it is, so that none can be called absent. */
  hasUnknown?: boolean;
}

/** Why a cycle does not go on, and the quarantine that it leads to. */
export interface Halt {
  readonly error: CycleError;
  readonly quarantine?: QuarantineReason;
}

/** A context for a cycle that begins under this state. */
export function beginCycle(cycle: Cycle, { jobId }: JobState, generation: string): CycleContext {
  const { application, endpoint, world } = cycle;
  const lanes = { User: laneFor("User", cycle), Group: laneFor("Group", cycle) };
  return {
    cycle,
    generation,
    log: { jobId, cycleId: newGuid(world.random), application: application?.name.text ?? "", endpoint },
    counts: { ...noCounts },
    lastKnown: objectType => lastKnown(cycle, objectType),
    lane: objectType => lanes[objectType],
    brake: {},
    store: storing(cycle),
  };
}

function storing({ store, concurrency }: Cycle): () => void {
  let done = 0;
  return () => {
    if (++done % concurrency === 0) store.commit();
  };
}

/** True where nothing more is to be begun. */
export function isHalted({ cycle: { signal }, brake }: CycleContext): boolean {
  return brake.halt !== undefined || signal?.aborted === true;
}

/** Writes an entry of the provisioning log about what began at an instant and ends now. */
export function logEntry(
  { cycle: { store, world }, log }: CycleContext,
  began: number,
  entryOf: (context: LogContext, moment: LogMoment) => LogEntry,
): void {
  store.log(entryOf(log, { id: newGuid(world.random), began, ended: world.now() }));
}

function laneFor(
  objectType: SourceObject["objectType"],
  { application, mappings, text, world }: Cycle,
): Lane | undefined {
  const mapping = findMapping(undefined, objectType, mappings);
  if (!mapping?.enabled) return undefined;
  const compiled = compileMapping(mapping, text).map(hidingSecrets);
  return {
    mapping,
    compiled,
    matching: compiled.filter(one => one.mapping.matchingPrecedence !== undefined),
    judge: compileJudge(application?.scope ?? "assigned", mapping, world.regexSteps, "failing"),
    redacted: redactedAttributes(mapping),
  };
}

function lastKnown({ store }: Cycle, objectType: SourceObject["objectType"]): LastKnown {
  return {
    targetId: id => store.objects.find(id)?.targetId,
    references: (id, attribute) => store.references.find(id, attribute)?.held ?? [],
    manages: id => {
      const standing = store.objects.find(id)?.standing;
      return standing === "inScope" || standing === "disabled";
    },
    holder: targetId => {
      const holder = store.objects.holder(objectType, targetId);
      return holder?.standing === "inScope" ? holder.id : undefined;
    },
  };
}
