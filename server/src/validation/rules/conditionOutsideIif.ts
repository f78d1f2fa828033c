import * as l10n from "@vscode/l10n";
import { parameterAt } from "../../functions/arity.ts";
import type { Expression } from "../../language/expression/tree.ts";
import { calledFunction } from "../calls.ts";
import { isComparison, isUnsupported } from "../conditions.ts";
import { wrap } from "../fixes.ts";
import { functionsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** Only IIF and CBool take a comparison, as their first argument. */
export const conditionOutsideIif: Rule = {
  code: "condition-outside-iif",
  severity: "error",
  source: `${functionsPage}#iif`,
  check: report => ({
    BinaryOperation(node, { ancestors }) {
      if (!isComparison(node) || mayStand(node, ancestors)) return;
      const message = l10n.t('Only IIF and CBool take a comparison: write IIF(…, "True", "False") around it.');
      report(node.span, message, wrap(node.span, "IIF(", ', "True", "False")', l10n.t("Wrap in IIF")));
    },
  }),
};

/** Inside an unsupported operation or an unknown function the comparison is not the mistake. */
function mayStand(node: Expression, ancestors: readonly Expression[]): boolean {
  const parent = ancestors.at(-1);
  if (parent === undefined) return false;
  if (parent.kind === "Parenthesized") return mayStand(parent, ancestors.slice(0, -1));
  if (parent.kind !== "Call") return isUnsupported(parent);
  const definition = calledFunction(parent);
  if (definition === undefined) return true;
  return parameterAt(definition, parent.arguments.indexOf(node))?.comparison !== undefined;
}
