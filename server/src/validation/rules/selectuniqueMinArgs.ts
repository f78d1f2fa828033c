import * as l10n from "@vscode/l10n";
import { nameOf } from "../../language/expression/tree.ts";
import { isWhole } from "../calls.ts";
import { functionsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** With one value there is nothing to select from. */
export const selectuniqueMinArgs: Rule = {
  code: "selectunique-min-args",
  severity: "error",
  source: `${functionsPage}#selectuniquevalue`,
  check: report => ({
    calls: {
      SelectUniqueValue(call) {
        if (!isWhole(call)) return;
        if (call.arguments.filter(({ kind }) => kind !== "Omitted").length >= 2) return;
        report(nameOf(call).span, l10n.t("SelectUniqueValue needs a second value to try where the first is taken."));
      },
    },
  }),
};
