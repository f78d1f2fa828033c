import type { Span } from "../../../language/text.ts";
import type { ObjectMapping } from "../../../model/configuration.ts";
import type { Reachable } from "./branches.ts";
import type { ObservedRun } from "./observedRun.ts";
import { type Statement, statementsOf } from "./statements.ts";

/** A part of a mapping, and how many tests reached it. Plain JSON; spans point into the text of the file. */
export interface CoveredPart {
  readonly name: string;
  readonly span: Span;
  readonly count: number;
}

/** What the tests of a file reached of one of its mappings. The span is the name's. */
export interface MappingCoverage extends CoveredPart {
  /** Its filters with their clauses, and its attribute mappings, in the order of the text. */
  readonly statements: readonly StatementCoverage[];
}

/**
 * A filter or a clause, which every run of its mapping judges; or an attribute mapping, which is reached where its value
 * was for the target, or for the search there. The span of a filter is that of its name.
 */
export interface StatementCoverage extends CoveredPart {
  readonly kind: Statement["kind"];
  /** The outcomes of a filter or clause, the keys of Switch, the two sides of IIF. Empty where there is nothing to choose. */
  readonly branches: readonly CoveredPart[];
}

/** Counts what runs reached of each mapping, whether they ran it or not. */
export function coverageOf(
  mappings: readonly ObjectMapping[],
  runs: readonly ObservedRun[],
): readonly MappingCoverage[] {
  return mappings.map(mapping => {
    const own = runs.filter(({ course }) => course.run.mapping === mapping);
    return {
      name: mapping.name.text,
      span: mapping.name.span,
      count: own.length,
      statements: statementsOf(mapping).map(statement => ({
        kind: statement.kind,
        ...covered(statement, own),
        branches: statement.branches.map(branch => covered(branch, own)),
      })),
    };
  });
}

function covered({ name, span, isReached }: Reachable, runs: readonly ObservedRun[]): CoveredPart {
  return { name, span, count: runs.filter(isReached).length };
}
