import type { SourceObject } from "../ports.ts";
import { failingClauses } from "./deciding.ts";
import type { Comparison } from "./lane.ts";
import type { FilterImpact, MappingImpact } from "./result.ts";
import type { CompiledVersion, Lane } from "./version.ts";

/** Counts whom the scoping filters of a mapping let in, one by one. */
export interface FilterScopes {
  readonly count: (comparison: Comparison) => void;
  /** Given what was counted of the whole mapping. */
  readonly result: (mapping: Pick<MappingImpact, "inScope" | "joins" | "leaves">) => readonly FilterImpact[];
}

type Open = Omit<FilterImpact, "inScope" | "joins" | "leaves"> & {
  readonly inScope: { before: number; after: number };
  joins: number;
  leaves: number;
};

/** Begins to count. A mapping with one filter in both versions is not asked: whoever is in scope passes it. */
export function countFilters({ before, after }: Lane): FilterScopes {
  const filters = scopingFilters(after);
  const [only, ...others] = filters;
  if (only !== undefined && others.length === 0 && before !== undefined && scopingFilters(before).length === 1)
    return { count: () => {}, result: ({ inScope, joins, leaves }) => [{ ...only, inScope, joins, leaves }] };
  const counted = new Map(
    filters.map(filter => [filter.filter, { ...filter, inScope: { before: 0, after: 0 }, joins: 0, leaves: 0 }]),
  );
  const passedBefore = before && filters.length > 0 ? passedOf(before, counted) : () => [];
  const passedAfter = filters.length > 0 ? passedOf(after, counted) : () => [];
  return {
    count({ object, scope }) {
      const [was, is] = [scope.before === "inScope", scope.after === "inScope"];
      for (const filter of was ? passedBefore(object) : []) {
        filter.inScope.before++;
        if (!is) filter.leaves++;
      }
      for (const filter of is ? passedAfter(object) : []) {
        filter.inScope.after++;
        if (!was) filter.joins++;
      }
    },
    result: () => [...counted.values()],
  };
}

function scopingFilters({ mapping }: CompiledVersion): readonly Pick<FilterImpact, "filter" | "span">[] {
  return mapping.filters
    .filter(({ group }) => group === "scoping")
    .map(({ name, span }) => ({ filter: name.text, span }));
}

function passedOf(
  version: CompiledVersion,
  counted: ReadonlyMap<string, Open>,
): (object: SourceObject) => readonly Open[] {
  const failing = failingClauses(version);
  return object =>
    failing(object).flatMap(({ filter, clause }) => (clause === undefined ? (counted.get(filter) ?? []) : []));
}
