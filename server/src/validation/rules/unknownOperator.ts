import * as l10n from "@vscode/l10n";
import { findOperator, operators } from "../../catalogue/operators.ts";
import { didYouMean, offer } from "../didYouMean.ts";
import { changeTo } from "../fixes.ts";
import { isMemberOf } from "../memberOf.ts";
import { scopingPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** A clause compares with one of Entra's scoping operators. */
export const unknownOperator: Rule = {
  code: "unknown-operator",
  severity: "error",
  source: `${scopingPage}#create-a-scoping-filter`,
  check: report => ({
    Clause({ operator }) {
      if (operator.text === "" || isMemberOf(operator.text) || findOperator(operator.text) !== undefined) return;
      const meant = findOperator(didYouMean(operator.text, spellings) ?? "")?.name;
      const remedy = offer(meant, l10n.t`The operators are ${operators.map(({ name }) => name).join(", ")}.`);
      const fixes = meant === undefined ? [] : [changeTo(operator.span, meant)];
      report(operator.span, l10n.t`Unknown operator '${operator.text}'.` + remedy, ...fixes);
    },
  }),
};

const spellings = operators.flatMap(({ name, spellings: others }) => [name, ...others]);
