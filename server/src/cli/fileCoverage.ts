import type { CoveredPart, MappingCoverage, StatementCoverage } from "../engine/mappingTest/coverage/coverage.ts";
import type { Span } from "../language/text.ts";
import type { Place } from "./place.ts";

/** What `test --coverage --format json` says of a file: how many tests reached each part of its mappings. */
export interface FileCoverage {
  /** Filters, clauses and attribute mappings. */
  readonly statements: Reached;
  /** The outcomes of filters and clauses, the keys of Switch and the sides of IIF. */
  readonly branches: Reached;
  readonly mappings: readonly (ReportedPart & { readonly statements: readonly ReportedStatement[] })[];
}

/** How many of how many were reached by a test at least. */
export interface Reached {
  readonly reached: number;
  readonly total: number;
}

export type ReportedPart = Omit<CoveredPart, "span"> & Place;

export type ReportedStatement = ReportedPart & {
  readonly kind: StatementCoverage["kind"];
  readonly branches: readonly ReportedPart[];
};

/** The coverage of a file with its places, and counted. */
export function fileCoverage(coverage: readonly MappingCoverage[], placeOf: (span: Span) => Place): FileCoverage {
  const placed = <P extends CoveredPart>({ span, ...rest }: P) => ({ ...rest, ...placeOf(span) });
  const statements = coverage.flatMap(mapping => mapping.statements);
  return {
    statements: reached(statements),
    branches: reached(statements.flatMap(({ branches }) => branches)),
    mappings: coverage.map(mapping => ({
      ...placed(mapping),
      statements: mapping.statements.map(one => ({ ...placed(one), branches: one.branches.map(placed) })),
    })),
  };
}

function reached(parts: readonly CoveredPart[]): Reached {
  return { reached: parts.filter(({ count }) => count > 0).length, total: parts.length };
}
