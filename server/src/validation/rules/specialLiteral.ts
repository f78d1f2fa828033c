import * as l10n from "@vscode/l10n";
import type { Constant, Expression } from "../../language/expression/tree.ts";
import { calls } from "../calls.ts";
import { connectExpressionsPage } from "../pages.ts";
import type { Fix, Rule } from "../rule.ts";
import { findSpecialLiteral } from "../specialLiterals.ts";

/** Words that a single guide, or only Entra Connect, gives a meaning to. */
export const specialLiteral: Rule = {
  code: "special-literal",
  severity: "warning",
  source: connectExpressionsPage,
  check: report => ({
    Constant(constant, { ancestors }) {
      const literal = findSpecialLiteral(constant.text);
      if (literal === undefined) return;
      const fixes = literal.ignoresFlow && ancestors.length > 0 ? [ignoreFlow(constant, ancestors)] : [];
      report(constant.span, l10n.t`'${literal.word}' ${l10n.t(literal.remedy)}.`, ...fixes);
    },
  }),
};

function ignoreFlow({ span }: Constant, [root]: readonly Expression[]): Fix {
  const empty = { span, text: '""' };
  if (root === undefined || calls(root, "IgnoreFlowIfNullOrEmpty"))
    return { title: l10n.t('Change to ""'), edits: [empty] };
  const { start, end } = root.span;
  return {
    title: l10n.t("Ignore the flow of an empty value"),
    edits: [
      { span: { start, end: start }, text: "IgnoreFlowIfNullOrEmpty(" },
      empty,
      { span: { start: end, end }, text: ")" },
    ],
  };
}
