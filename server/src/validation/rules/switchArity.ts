import * as l10n from "@vscode/l10n";
import { type Call, nameOf } from "../../language/expression/tree.ts";
import { isWhole } from "../calls.ts";
import { insertAt } from "../fixes.ts";
import { functionsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** Switch takes a source, a default value and then pairs of key and value. */
export const switchArity: Rule = {
  code: "switch-arity",
  severity: "error",
  source: `${functionsPage}#switch`,
  check: report => ({
    calls: {
      Switch(call) {
        if (!isWhole(call)) return;
        const count = countedArguments(call);
        if (count >= 4 && count % 2 === 0) return;
        const comma = call.separators[0];
        const fixes =
          count >= 3 && comma !== undefined ? [insertAt(comma + 1, " ,", l10n.t("Insert an empty default value"))] : [];
        const form = "Switch(source, defaultValue, key, value, …)";
        const message =
          count < 3
            ? l10n.t`Switch needs a pair of key and value: ${form}.`
            : l10n.t`Switch has a key without its value: ${form}.`;
        const remedy = fixes.length > 0 ? ` ${l10n.t("A default value that is left out keeps its comma.")}` : "";
        report(nameOf(call).span, message + remedy, ...fixes);
      },
    },
  }),
};

/** An empty argument at the end, behind whole pairs, is only a comma too many and harmless. */
function countedArguments({ arguments: { length }, arguments: list }: Call): number {
  return length > 4 && length % 2 === 1 && list.at(-1)?.kind === "Omitted" ? length - 1 : length;
}
