import * as l10n from "@vscode/l10n";
import type { AttributeType } from "../../catalogue/attribute.ts";
import { findOperator, type OperatorFact, operators } from "../../catalogue/operators.ts";
import type { Clause } from "../../model/configuration.ts";
import { filterOperatorsPage } from "../pages.ts";
import type { Fix, Rule } from "../rule.ts";

/** An operator compares attributes of certain types only. What no operator compares is the matter of other rules. */
export const scopeOperatorType: Rule = {
  code: "scope-operator-type",
  severity: "error",
  source: filterOperatorsPage,
  check: report => ({
    Clause(clause, { sourceAttributes }) {
      const fact = sourceAttributes.byName.get(clause.attribute.text);
      const operator = findOperator(clause.operator.text);
      if (fact === undefined || operator === undefined || operator.types.includes(fact.type)) return;
      const fitting = operators.filter(({ types }) => types.includes(fact.type)).map(({ name }) => name);
      if (fitting.length === 0 || fact.multivalued) return;
      const message = l10n.t`'${operator.name}' does not compare ${fact.type} attributes such as '${fact.name}'. Use ${fitting.join(", ")}.`;
      report(clause.operator.span, message, ...booleanFix(clause, operator, fact.type));
    },
  }),
};

/** A boolean that is compared with a word is meant to be tested. */
function booleanFix({ operator, value }: Clause, { name }: OperatorFact, type: AttributeType): readonly Fix[] {
  const word = value?.text.toLowerCase();
  const compares = name === "EQUALS" || name === "NOT EQUALS";
  if (type !== "Boolean" || !compares || value === undefined || (word !== "true" && word !== "false")) return [];
  const text = (word === "true") === (name === "EQUALS") ? "IS TRUE" : "IS FALSE";
  return [
    { title: l10n.t`Change to ${text}`, edits: [{ span: { start: operator.span.start, end: value.span.end }, text }] },
  ];
}
