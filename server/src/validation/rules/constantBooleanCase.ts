import { quote } from "../../language/expression/print.ts";
import type { Expression } from "../../language/expression/tree.ts";
import { calls } from "../calls.ts";
import { changeTo } from "../fixes.ts";
import { switchParts } from "../rewrites.ts";
import type { Rule } from "../rule.ts";

/** The boolean attributes of Active Directory that the Workday guide maps from words. */
const directoryBooleans: ReadonlySet<string> = new Set(["msExchHideFromAddressLists"]);

/** Active Directory takes TRUE and FALSE, in capital letters. */
export const constantBooleanCase: Rule = {
  code: "constant-boolean-case",
  severity: "warning",
  source: "https://learn.microsoft.com/entra/identity/app-provisioning/workday-expression-mapping-functions-guide",
  summary: "A boolean attribute of Active Directory gets TRUE or FALSE.",
  bad: 'mapping "M" { source: User target: "user" msExchHideFromAddressLists <- "True" match 1 }',
  good: 'mapping "M" { source: User target: "user" msExchHideFromAddressLists <- "TRUE" match 1 }',
  check: report => ({
    AttributeMapping({ source, target }) {
      if (!directoryBooleans.has(target.text) || !("expression" in source)) return;
      for (const node of resultsOf(source.expression)) {
        if (node.kind !== "StringLiteral") continue;
        const word = node.value.toUpperCase();
        if ((word !== "TRUE" && word !== "FALSE") || word === node.value) continue;
        const message = `Active Directory takes ${word}, in capital letters, for '${target.text}'.`;
        report(node.span, message, changeTo(node.span, quote(word), `Change to "${word}"`));
      }
    },
  }),
};

/** The nodes of which one gives the result of an expression: itself, or the branches of IIF and Switch. */
function resultsOf(expression: Expression): readonly Expression[] {
  if (calls(expression, "IIF")) return expression.arguments.slice(1).flatMap(resultsOf);
  const parts = calls(expression, "Switch") ? switchParts(expression) : undefined;
  if (parts === undefined) return [expression];
  return [parts.defaultValue, ...parts.pairs.map(({ value }) => value)].flatMap(resultsOf);
}
