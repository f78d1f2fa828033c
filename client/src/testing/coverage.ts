import {
  BranchCoverage,
  DeclarationCoverage,
  FileCoverage,
  type FileCoverageDetail,
  type Range,
  StatementCoverage,
  type Uri,
} from "vscode";
import type { RunTestsAnswer } from "../../../server/src/protocol/tests.ts";

type Covered = NonNullable<Extract<RunTestsAnswer, { kind: "results" }>["coverage"]>[number];

/** The coverage of a file, and its parts, of which VS Code asks when it shows the file. */
export interface CoveredFile {
  readonly coverage: FileCoverage;
  readonly details: FileCoverageDetail[];
}

/**
 * Each mapping is a declaration; filters, clauses and attribute mappings are statements with branches. The outcomes of a
 * filter or clause have no place of their own: VS Code marks at its end the one that is not reached.
 */
export function coveredFile(
  uri: Uri,
  mappings: readonly Covered[],
  rangeOf: (span: Covered["span"]) => Range,
): CoveredFile {
  const details = mappings.flatMap((mapping): readonly FileCoverageDetail[] => [
    new DeclarationCoverage(mapping.name, mapping.count, rangeOf(mapping.span)),
    ...mapping.statements.map(({ count, span, branches }) => {
      const placeOf = (branch: Pick<Covered, "span">) =>
        branch.span.start === span.start ? undefined : rangeOf(branch.span);
      const parts = branches.map(branch => new BranchCoverage(branch.count, placeOf(branch), branch.name));
      return new StatementCoverage(count, rangeOf(span), parts);
    }),
  ]);
  return { coverage: FileCoverage.fromDetails(uri, details), details };
}
