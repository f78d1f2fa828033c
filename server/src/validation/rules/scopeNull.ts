import * as l10n from "@vscode/l10n";
import { findOperator } from "../../catalogue/operators.ts";
import { writeName } from "../../language/provmap/writeName.ts";
import type { ObjectMapping, ScopingFilter } from "../../model/configuration.ts";
import { insertAt } from "../fixes.ts";
import { mayLack } from "../mayLack.ts";
import { scopingPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

const negative: ReadonlySet<string | undefined> = new Set(["NOT EQUALS", "NOT REGEX MATCH"]);

/** A clause is false of an absent value, a negative one too. That is not told where the file says what becomes of those who lack it. */
export const scopeNull: Rule = {
  code: "scope-null",
  severity: "warning",
  source: `${scopingPage}#create-a-scoping-filter`,
  check: report => ({
    ScopingFilter(filter, mapping) {
      const told = new Set<string>();
      for (const { attribute, operator, span } of filter.clauses) {
        const name = attribute.text;
        if (!negative.has(findOperator(operator.text)?.name) || told.has(name)) continue;
        if (!mayLack(name, mapping) || isSaid(name, filter, mapping)) continue;
        told.add(name);
        const message = l10n.t`Who has no '${name}' is out of scope too: a clause is false of an absent value. Say so by ${name} IS NOT NULL, or add a filter with ${name} IS NULL.`;
        const clause = `${writeName(name)} IS NOT NULL`;
        report(operator.span, message, insertAt(span.start, `${clause}\n    `, l10n.t`Add the clause ${clause}`));
      }
    },
  }),
};

function isSaid(name: string, filter: ScopingFilter, { filters }: ObjectMapping): boolean {
  const operators = ({ clauses }: ScopingFilter) =>
    clauses.filter(({ attribute }) => attribute.text === name).map(({ operator }) => findOperator(operator.text)?.name);
  return (
    operators(filter).some(operator => !negative.has(operator)) ||
    filters.some(other => operators(other).includes("IS NULL"))
  );
}
