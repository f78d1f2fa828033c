import * as l10n from "@vscode/l10n";
import { findOperator } from "../../catalogue/operators.ts";
import { scopingPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** What is greater is a matter of whole numbers: anything else is never greater. */
export const scopeGreaterInteger: Rule = {
  code: "scope-greater-integer",
  severity: "error",
  source: `${scopingPage}#create-a-scoping-filter`,
  check: report => ({
    Clause({ attribute, operator, value }, { sourceAttributes }) {
      const fact = findOperator(operator.text);
      const type = sourceAttributes.byName.get(attribute.text)?.type ?? "Integer";
      if (value === undefined || !fact?.name.startsWith("GREATER_THAN") || !fact.types.includes(type)) return;
      if (/^[+-]?\d+$/.test(value.text.trim())) return;
      report(
        value.span,
        l10n.t`'${fact.name}' compares whole numbers, and '${value.text}' is none: no user would be in scope.`,
      );
    },
  }),
};
