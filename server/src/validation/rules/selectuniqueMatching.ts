import * as l10n from "@vscode/l10n";
import { nameOf } from "../../language/expression/tree.ts";
import { functionsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** Objects are found by their matching attributes before a unique value could be selected. */
export const selectuniqueMatching: Rule = {
  code: "selectunique-matching",
  severity: "error",
  source: `${functionsPage}#selectuniquevalue`,
  check: report => ({
    calls: {
      SelectUniqueValue(call, { attributeMapping: { matchingPrecedence, target } }) {
        if (matchingPrecedence === undefined) return;
        report(
          nameOf(call).span,
          l10n.t`'${target.text}' is a matching attribute, which SelectUniqueValue cannot fill: match by an attribute that is mapped directly.`,
        );
      },
    },
  }),
};
