import type { ScopeChange } from "./deciding.ts";
import type { Difference } from "./difference.ts";
import { countFilters, type FilterScopes } from "./filterScopes.ts";
import type { Comparison } from "./lane.ts";
import {
  type ActionCounts,
  type AttributeImpact,
  type ClauseImpact,
  type DecidingClause,
  type ImpactAction,
  type ImpactPerson,
  impactActions,
  type MappingImpact,
  type PeopleImpact,
  type ValueChange,
} from "./result.ts";
import type { Lane } from "./version.ts";

/** Counts what was compared, and keeps the first of each kind. */
export interface Tally {
  /** Counts an object. */
  readonly count: (lane: Lane, comparison: Comparison, action: ImpactAction) => void;
  /** Counts a difference; true where its person is among the first of its kind, and so wanted by `keep`. */
  readonly countDifference: (
    lane: Lane,
    difference: Difference,
    change: ScopeChange | undefined,
    name: () => string,
  ) => boolean;
  readonly keep: (person: ImpactPerson) => void;
  readonly counts: () => { readonly before: ActionCounts; readonly after: ActionCounts };
  readonly mappings: () => readonly MappingImpact[];
  readonly people: () => readonly PeopleImpact[];
  readonly clauses: () => readonly ClauseImpact[];
  readonly changes: () => readonly AttributeImpact[];
}

/** The same while it is counted. */
type Open<T> = { -readonly [K in keyof T]: T[K] };
type OpenMapping = Omit<Open<MappingImpact>, "inScope" | "filters"> & {
  readonly inScope: Open<MappingImpact["inScope"]>;
  readonly scopes: FilterScopes;
};
type OpenAttribute = Omit<Open<AttributeImpact>, "examples"> & {
  readonly examples: AttributeImpact["examples"][number][];
};

const mostExamples = 5;

/** Begins to count; of each action at most `limit` people are kept. */
export function beginTally(lanes: readonly Lane[], limit: number): Tally {
  const before = noneOfEach();
  const after = noneOfEach();
  const mappings = new Map(lanes.map(lane => [lane, emptyMapping(lane)]));
  const people = new Map<ImpactAction, { total: number; readonly kept: ImpactPerson[] }>();
  const clauses = new Map<string, Open<ClauseImpact>>();
  const changes = new Map<string, OpenAttribute>();
  return {
    count(lane, comparison, action) {
      before[comparison.before.action]++;
      after[action]++;
      const mapping = mappings.get(lane);
      if (mapping !== undefined) countScope(mapping, comparison);
    },
    countDifference(lane, { action, changes: changed }, change, name) {
      const mapping = lane.after.mapping.name.text;
      if (change?.clause !== undefined) countClause(clauses, mapping, change.clause, change.kind);
      for (const one of changed) countChange(changes, mapping, one, name);
      const listed = people.get(action) ?? { total: 0, kept: [] };
      people.set(action, listed);
      listed.total++;
      return listed.kept.length < limit;
    },
    keep: person => void people.get(person.after)?.kept.push(person),
    counts: () => ({ before: { ...before }, after: { ...after } }),
    mappings: () =>
      [...mappings.values()].map(({ scopes, span, ...mapping }) => ({
        ...mapping,
        filters: scopes.result(mapping),
        span,
      })),
    people: () =>
      impactActions.flatMap(action => {
        const listed = people.get(action);
        return listed === undefined ? [] : { action, total: listed.total, people: listed.kept };
      }),
    clauses: () => [...clauses.values()].toSorted((one, other) => other.joins + other.leaves - one.joins - one.leaves),
    changes: () => [...changes.values()].toSorted((one, other) => other.total - one.total),
  };
}

function noneOfEach(): Record<ImpactAction, number> {
  return { create: 0, update: 0, disable: 0, delete: 0, fail: 0, skip: 0, noChange: 0 };
}

function emptyMapping(lane: Lane): OpenMapping {
  const { before, after } = lane;
  const { name, span } = after.mapping;
  return {
    mapping: name.text,
    existed: before !== undefined,
    inScope: { before: 0, after: 0 },
    joins: 0,
    leaves: 0,
    scopes: countFilters(lane),
    span,
  };
}

function countScope(mapping: OpenMapping, comparison: Comparison): void {
  const { before, after } = comparison.scope;
  const [was, is] = [before === "inScope", after === "inScope"];
  if (was) mapping.inScope.before++;
  if (is) mapping.inScope.after++;
  if (is && !was) mapping.joins++;
  if (was && !is) mapping.leaves++;
  mapping.scopes.count(comparison);
}

function countClause(
  clauses: Map<string, Open<ClauseImpact>>,
  mapping: string,
  clause: DecidingClause,
  kind: ScopeChange["kind"],
): void {
  const key = `${mapping} ${clause.version} ${clause.span.start}`;
  const known = clauses.get(key) ?? { mapping, ...clause, joins: 0, leaves: 0 };
  clauses.set(key, known);
  known[kind]++;
}

function countChange(
  changes: Map<string, OpenAttribute>,
  mapping: string,
  { target, ...values }: ValueChange,
  name: () => string,
): void {
  const key = `${mapping} ${target}`;
  const known: OpenAttribute = changes.get(key) ?? { mapping, target, total: 0, examples: [] };
  changes.set(key, known);
  known.total++;
  if (known.examples.length < mostExamples) known.examples.push({ displayName: name(), ...values });
}
