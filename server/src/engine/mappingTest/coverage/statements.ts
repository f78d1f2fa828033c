import * as l10n from "@vscode/l10n";
import { objectFilter } from "../../../functions/specialWords.ts";
import type { Span } from "../../../language/text.ts";
import type { AttributeMapping, ObjectMapping, ScopingFilter } from "../../../model/configuration.ts";
import type { ClauseReport, FilterReport } from "../../result.ts";
import { clauseText } from "../../scope/clause.ts";
import type { Reachable } from "./branches.ts";
import { branchesOf } from "./branches.ts";
import type { ObservedRun } from "./observedRun.ts";

/** What a mapping consists of, with what each part may choose between. */
export interface Statement extends Reachable {
  readonly kind: "filter" | "clause" | "attributeMapping";
  readonly branches: readonly Reachable[];
}

/** The filters, clauses and attribute mappings of a mapping, in the order of the text. */
export function statementsOf({ filters, attributeMappings }: ObjectMapping): readonly Statement[] {
  return [...filters.flatMap(filterStatements), ...attributeMappings.flatMap(attributeStatement)].toSorted(
    (one, other) => one.span.start - other.span.start,
  );
}

function filterStatements({ name, clauses }: ScopingFilter, index: number): readonly Statement[] {
  const filterIn = ({ course }: ObservedRun) => course.scope.report.filters[index];
  return [
    {
      kind: "filter",
      name: name.text,
      span: name.span,
      isReached: () => true,
      branches: outcomes(name.span, [l10n.t("passes"), l10n.t("does not pass")], filterIn),
    },
    ...clauses.map(
      (clause, place): Statement => ({
        kind: "clause",
        name: clauseText(clause),
        span: clause.span,
        isReached: () => true,
        branches: outcomes(
          clause.span,
          [l10n.t("holds"), l10n.t("does not hold")],
          run => filterIn(run)?.clauses[place],
        ),
      }),
    ),
  ];
}

/** The two outcomes of a filter or clause. One that cannot be decided has neither: it ends the run. */
function outcomes(
  span: Span,
  [passes, fails]: readonly [string, string],
  reportIn: (run: ObservedRun) => FilterReport | ClauseReport | undefined,
): readonly Reachable[] {
  const ends = (run: ObservedRun, passed: boolean) =>
    run.course.scope.failure === undefined && reportIn(run)?.passed === passed;
  return [
    { name: passes, span, isReached: run => ends(run, true) },
    { name: fails, span, isReached: run => ends(run, false) },
  ];
}

/** A mapping without source and default value does nothing that could be reached. */
function attributeStatement(mapping: AttributeMapping): readonly Statement[] {
  const { source, target, span, defaultValue } = mapping;
  if (source.kind === "None" && defaultValue === undefined) return [];
  const isReached = (run: ObservedRun) => isApplied(mapping, run);
  const branches = "expression" in source ? branchesOf(source.expression) : [];
  return [
    {
      kind: "attributeMapping",
      name: target.text,
      span,
      isReached,
      branches: branches.map(branch => ({ ...branch, isReached: run => isReached(run) && branch.isReached(run) })),
    },
  ];
}

/** Evaluated is every mapping; applied is what flows on the occasion, is matched by, or leaves the object alone. */
function isApplied(mapping: AttributeMapping, { course: { mapped, flows, match } }: ObservedRun): boolean {
  const index = mapped.findIndex(({ compiled }) => compiled.mapping === mapping);
  if (index < 0) return false;
  const why = flows[index]?.row.why;
  if (mapped[index]?.given.kind === "objectIgnored" || mapping.target.text === objectFilter) return true;
  if (mapping.matchingPrecedence !== undefined && match !== undefined) return true;
  return why !== undefined && why !== "notFlowing" && why !== "onlyDuringCreation";
}
