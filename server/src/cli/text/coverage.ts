import type { FileCoverage, Reached, ReportedPart, ReportedStatement } from "../fileCoverage.ts";
import type { Paint } from "./paint.ts";
import { visible } from "./visible.ts";

/** What no test of a file reached, a line each with its place, below how much was. */
export function coverageLines({ statements, branches, mappings }: FileCoverage, file: string, paint: Paint): string[] {
  const counted = `${share(statements)} filters, clauses and attribute mappings, ${share(branches)} branches`;
  const isWhole = statements.reached + branches.reached === statements.total + branches.total;
  const missing = mappings.flatMap(mapping =>
    mapping.count === 0 ? [unreached(mapping)] : mapping.statements.flatMap(missingIn),
  );
  return [
    `  ${paint(isWhole ? "good" : "warning", "Coverage:")} ${counted} reached.`,
    ...missing.map(({ line, column, text }) => `      ${file}:${line}:${column} ${visible(text)}`),
  ];
}

function share({ reached, total }: Reached): string {
  return `${reached} of ${total}`;
}

type Missing = Pick<ReportedPart, "line" | "column"> & { readonly text: string };

function unreached({ name, ...place }: ReportedPart): Missing {
  return { ...place, text: `${name}: not reached.` };
}

/** A statement that no test reached, or the branches of one that no test reached. */
function missingIn(statement: ReportedStatement): readonly Missing[] {
  if (statement.count === 0) return [unreached(statement)];
  return statement.branches
    .filter(({ count }) => count === 0)
    .map(({ name, ...place }) => ({ ...place, text: `${statement.name}: not reached: ${name}.` }));
}
