import * as l10n from "@vscode/l10n";
import { nameOf } from "../../language/expression/tree.ts";
import { isWhole } from "../calls.ts";
import { insertAt } from "../fixes.ts";
import { functionsPage } from "../pages.ts";
import { givenArguments, replaceModes, replacePositions } from "../replaceCalls.ts";
import type { Rule } from "../rule.ts";

/** Entra reads a Replace whose last commas are dropped, but nobody can see at a glance which argument is which. */
export const replaceArity: Rule = {
  code: "replace-arity",
  severity: "information",
  source: `${functionsPage}#replace`,
  check: report => ({
    calls: {
      Replace(call) {
        if (!isWhole(call) || !replaceModes.has(givenArguments(call))) return;
        const lacking = replacePositions - call.arguments.length;
        const end = call.close;
        if (lacking <= 0 || end === undefined) return;
        const message = l10n.t`Replace has ${replacePositions} places and is documented with all of them, here are ${call.arguments.length}: add the commas.`;
        report(nameOf(call).span, message, insertAt(end, ", ".repeat(lacking), l10n.t("Add the commas")));
      },
    },
  }),
};
