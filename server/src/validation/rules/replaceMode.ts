import * as l10n from "@vscode/l10n";
import { type Call, nameOf } from "../../language/expression/tree.ts";
import { isWhole } from "../calls.ts";
import { functionsPage } from "../pages.ts";
import { givenArguments, replaceModes, replacePositions } from "../replaceCalls.ts";
import type { Rule } from "../rule.ts";

/** What Replace does depends on which of its arguments are there. */
export const replaceMode: Rule = {
  code: "replace-mode",
  severity: "error",
  source: `${functionsPage}#replace`,
  check: report => ({
    calls: {
      Replace(call) {
        if (!isWhole(call) || !hasRightCount(call)) return;
        const given = givenArguments(call);
        if (replaceModes.has(given)) return;
        const found = given === "" ? l10n.t("none of its other arguments") : given;
        report(nameOf(call).span, l10n.t`Replace has ${found}. It needs one of: ${[...replaceModes].join("; ")}.`);
      },
    },
  }),
};

/** Another number of arguments is the matter of arg-count. */
function hasRightCount({ arguments: { length } }: Call): boolean {
  return length > 0 && length <= replacePositions;
}
