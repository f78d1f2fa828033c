import * as l10n from "@vscode/l10n";
import { quote } from "../../language/expression/print.ts";
import { changeTo } from "../fixes.ts";
import { resultsOf } from "../results.ts";
import type { Rule } from "../rule.ts";

/** The boolean attributes of Active Directory that the Workday guide maps from words. */
const directoryBooleans: ReadonlySet<string> = new Set(["msExchHideFromAddressLists"]);

/** Active Directory takes TRUE and FALSE, in capital letters. */
export const constantBooleanCase: Rule = {
  code: "constant-boolean-case",
  severity: "warning",
  source: "https://learn.microsoft.com/entra/identity/app-provisioning/workday-expression-mapping-functions-guide",
  check: report => ({
    AttributeMapping({ source, target }) {
      if (!directoryBooleans.has(target.text) || !("expression" in source)) return;
      for (const node of resultsOf(source.expression)) {
        if (node.kind !== "StringLiteral") continue;
        const word = node.value.toUpperCase();
        if ((word !== "TRUE" && word !== "FALSE") || word === node.value) continue;
        const message = l10n.t`Active Directory takes ${word}, in capital letters, for '${target.text}'.`;
        report(node.span, message, changeTo(node.span, quote(word), l10n.t`Change to "${word}"`));
      }
    },
  }),
};
