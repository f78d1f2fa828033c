import * as l10n from "@vscode/l10n";
import { parameterAt } from "../../functions/arity.ts";
import { quote } from "../../language/expression/print.ts";
import type { Constant, Expression } from "../../language/expression/tree.ts";
import { calledFunction } from "../calls.ts";
import { changeTo } from "../fixes.ts";
import { functionsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";
import { inAnotherCase } from "../sourceAttributes.ts";
import { findSpecialLiteral } from "../specialLiterals.ts";

/** Attributes stand in brackets and texts in quotes; a bare word is only a constant that the function's page names. */
export const unknownConstant: Rule = {
  code: "unknown-constant",
  severity: "error",
  source: `${functionsPage}#syntax-overview`,
  check: report => ({
    Constant(constant, { mapping, ancestors }) {
      if (!isMisplaced(constant, ancestors.at(-1)) || findSpecialLiteral(constant.text) !== undefined) return;
      const attribute = mapping.sourceAttributes.byName.has(constant.text)
        ? constant.text
        : inAnotherCase(constant.text, mapping);
      const choices = [`[${attribute ?? constant.text}]`, quote(constant.text)];
      const [reference = "", text = ""] = choices;
      const message = l10n.t`'${constant.text}' is no constant: write ${reference} for the attribute, or ${text} for the text.`;
      const ordered = attribute === undefined ? choices.toReversed() : choices;
      const fixes = ordered.map(choice => changeTo(constant.span, choice, l10n.t`Change to ${choice}`));
      report(constant.span, message, ...fixes);
    },
  }),
};

/** True but for a parameter that takes certain words, which another rule checks, and inside an unknown call. */
function isMisplaced(constant: Constant, parent: Expression | undefined): boolean {
  if (parent?.kind !== "Call") return true;
  const definition = calledFunction(parent);
  if (definition === undefined) return false;
  return parameterAt(definition, parent.arguments.indexOf(constant))?.words === undefined;
}
