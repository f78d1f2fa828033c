import * as l10n from "@vscode/l10n";
import { findOperator } from "../../catalogue/operators.ts";
import { remove } from "../fixes.ts";
import { filterClausePage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** Operators such as IS NULL take the attribute alone, the others an attribute and a value. */
export const scopeUnaryOperand: Rule = {
  code: "scope-unary-operand",
  severity: "warning",
  source: `${filterClausePage}#properties`,
  check: report => ({
    Clause({ operator: { text, span }, value }) {
      const operator = findOperator(text);
      if (operator?.arity === 2 && value === undefined) {
        report(span, l10n.t`'${operator.name}' compares with a value: write it behind the operator.`);
      }
      if (operator?.arity === 1 && value !== undefined) {
        const blankAndValue = { start: span.end, end: value.span.end };
        const message = l10n.t`'${operator.name}' looks at the attribute alone: remove '${value.text}'.`;
        report(value.span, message, remove(blankAndValue, l10n.t("Remove the value")));
      }
    },
  }),
};
