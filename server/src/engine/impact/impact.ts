import * as l10n from "@vscode/l10n";
import type { AssumptionName } from "../../functions/assumptions.ts";
import type { Application, ObjectMapping } from "../../model/configuration.ts";
import type { World } from "../expression/world.ts";
import { appRoleAssignments } from "../flow/roleAssignments.ts";
import type { SourceObject } from "../ports.ts";
import { redactedAttributes } from "../redaction.ts";
import { objectName } from "../report/names.ts";
import { type EngineAssumption, stateAssumptions } from "../statedAssumptions.ts";
import { type Collisions, watchCollisions } from "./collisions.ts";
import { type ScopeChange, scopeChanges } from "./deciding.ts";
import { differenceIn } from "./difference.ts";
import { type Compare, type Comparison, compareVersions } from "./lane.ts";
import { describePerson } from "./person.ts";
import type { ActionCounts, ImpactPerson, ImpactResult, ThresholdVerdict } from "./result.ts";
import { beginTally } from "./tally.ts";
import type { TargetState } from "./targetState.ts";
import type { Lane } from "./version.ts";
import { compileVersion } from "./version.ts";

/** A mapping file in one of its versions. */
export interface Edition {
  readonly application?: Application;
  readonly mappings: readonly ObjectMapping[];
  /** The text that the spans point into. */
  readonly text: string;
}

/** What is compared. */
export interface ImpactSettings {
  readonly before: Edition;
  readonly after: Edition;
  readonly world: World;
  /** What the target holds; absent: the accounts that the version before creates for the objects in its scope. */
  readonly state?: TargetState;
  /** How many people of each action are kept. */
  readonly limit: number;
  /** Told of everybody for whom the versions differ, kept or not. */
  readonly onPerson?: (person: ImpactPerson) => void;
}

/** The impact of an edit, as far as the directory was read. */
export interface Impact {
  /** The attributes that are needed of an object. */
  readonly attributes: ReadonlySet<string>;
  /** Takes the next objects of the directory. */
  readonly take: (objects: readonly SourceObject[]) => void;
  /** Values were shared, and the directory is to be read once more for `takeAgain` to tell who shares them. */
  readonly needsSecondReading: () => boolean;
  readonly takeAgain: (objects: readonly SourceObject[]) => void;
  readonly counts: () => { readonly objects: number; readonly before: ActionCounts; readonly after: ActionCounts };
  readonly result: () => Omit<ImpactResult, "unreadable">;
}

interface OpenLane extends Lane {
  readonly compare: Compare;
  readonly collisions: Collisions;
  readonly scopeChange: (comparison: Comparison) => ScopeChange | undefined;
}

/** Compares two versions of a file over a directory that is handed over block by block. */
export function openImpact(settings: ImpactSettings): Impact {
  const { before, after, world, state, limit, onPerson } = settings;
  const lanes = pairMappings(before, after).map(([old, mapping]): OpenLane => {
    const was = old && { before: compileVersion(before.application, old, before.text, world) };
    const lane: Lane = { ...was, after: compileVersion(after.application, mapping, after.text, world) };
    return {
      ...lane,
      compare: compareVersions(lane, state),
      collisions: watchCollisions(lane, limit),
      scopeChange: scopeChanges(lane),
    };
  });
  const tally = beginTally(lanes, limit);
  const assumed = new Set<AssumptionName | EngineAssumption>(state === undefined ? ["accountsAsBefore"] : []);
  let objects = 0;
  const take = (lane: OpenLane, comparison: Comparison) => {
    lane.collisions.watch(comparison);
    const difference = differenceIn(comparison);
    tally.count(lane, comparison, difference?.action ?? comparison.after.action);
    if (difference === undefined) return;
    const change = lane.scopeChange(comparison);
    for (const { assumptions } of comparison.after.mapped) for (const name of assumptions) assumed.add(name);
    const name = () => objectName(comparison.object, lane.after.mapping);
    const isWanted = tally.countDifference(lane, difference, change, name);
    if (!isWanted && onPerson === undefined) return;
    const person = describePerson(lane, comparison, difference, change);
    if (isWanted) tally.keep(person);
    onPerson?.(person);
  };
  return {
    attributes: new Set([...known, ...lanes.flatMap(attributesOf)]),
    take(block) {
      objects += block.length;
      for (const lane of lanes) for (const comparison of lane.compare(ofLane(lane, block))) take(lane, comparison);
    },
    needsSecondReading: () => lanes.some(({ collisions }) => collisions.suspects() > 0),
    takeAgain(block) {
      for (const lane of lanes)
        for (const comparison of lane.compare(ofLane(lane, block))) lane.collisions.watchAgain(comparison);
    },
    counts: () => ({ objects, ...tally.counts() }),
    result: () => {
      const { before: counted, after: planned } = tally.counts();
      const collisions = lanes.map(lane => lane.collisions.result());
      return {
        objects,
        before: counted,
        after: planned,
        mappings: tally.mappings(),
        people: tally.people(),
        clauses: tally.clauses(),
        changes: tally.changes(),
        collisions: {
          total: collisions.reduce((sum, { total }) => sum + total, 0),
          examples: collisions.flatMap(({ examples }) => examples).slice(0, limit),
        },
        threshold: judgeThreshold(planned, after.application),
        notes: goneMappings(before, lanes),
        assumptions: stateAssumptions(assumed),
      };
    },
  };
}

/** What people are called by, and what scope asks beside the filters. */
const known = ["objectId", "displayName", "userPrincipalName", "mail", "accountEnabled"];

function attributesOf({ before, after }: Lane): readonly string[] {
  return [before, after].flatMap(version => {
    if (version === undefined) return [];
    const { compiled, mapping } = version;
    const roles = compiled.some(({ patch, singleRole }) => patch !== undefined || singleRole)
      ? [appRoleAssignments]
      : [];
    const reads = compiled.flatMap(({ expression }) => expression?.reads ?? []);
    const clauses = mapping.filters.flatMap(filter => filter.clauses.map(({ attribute }) => attribute.text));
    return [...reads, ...clauses, ...redactedAttributes(mapping), ...roles];
  });
}

function ofLane({ after }: Lane, objects: readonly SourceObject[]): readonly SourceObject[] {
  return objects.filter(({ objectType }) => objectType === after.mapping.sourceObject.text);
}

/** Mappings belong together by name; one that was renamed, by being the only other one for such objects. */
function pairMappings(
  { mappings: olds }: Edition,
  { mappings }: Edition,
): readonly (readonly [before: ObjectMapping | undefined, after: ObjectMapping])[] {
  const named = (name: string, among: readonly ObjectMapping[]) => among.find(one => one.name.text === name);
  return mappings.map(mapping => {
    const same = named(mapping.name.text, olds);
    if (same !== undefined) return [same, mapping];
    const others = olds.filter(old => named(old.name.text, mappings) === undefined);
    const fitting = others.filter(({ sourceObject }) => sourceObject.text === mapping.sourceObject.text);
    return [fitting.length === 1 ? fitting[0] : undefined, mapping];
  });
}

function goneMappings({ mappings }: Edition, lanes: readonly Lane[]): readonly string[] {
  const kept = lanes.map(({ before }) => before?.mapping);
  return mappings
    .filter(mapping => mapping.enabled && !kept.includes(mapping))
    .map(({ name }) => l10n.t`The mapping "${name.text}" is gone: what it provisioned is left as it is.`);
}

function judgeThreshold(
  { disable, delete: deleted }: ActionCounts,
  application: Application | undefined,
): ThresholdVerdict {
  const deletions = disable + deleted;
  const threshold = application?.deleteThreshold;
  return {
    deletions,
    ...(threshold !== undefined && { threshold }),
    trips: threshold !== undefined && deletions > threshold,
  };
}
