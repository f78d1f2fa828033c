import * as l10n from "@vscode/l10n";
import { parameterAt } from "../../functions/arity.ts";
import { argumentFor, calledFunction } from "../calls.ts";
import { didYouMean, offer } from "../didYouMean.ts";
import { changeTo } from "../fixes.ts";
import { literalText } from "../literals.ts";
import { functionsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** InStr compares in one of two ways, each named by a bare word. */
export const instrCompareEnum: Rule = {
  code: "instr-compare-enum",
  severity: "error",
  source: `${functionsPage}#instr`,
  check: report => ({
    calls: {
      InStr(call) {
        const compareType = argumentFor(call, "compareType");
        const definition = calledFunction(call);
        const words = (definition && parameterAt(definition, 3)?.words) ?? [];
        const text = compareType?.kind === "Constant" ? compareType.text : literalText(compareType);
        if (compareType === undefined || text === undefined || words.includes(text)) return;
        const meant = didYouMean(text, words);
        const fixes = meant === undefined ? [] : [changeTo(compareType.span, meant)];
        const remedy = offer(meant, l10n.t`It is one of ${words.join(", ")}.`);
        report(compareType.span, l10n.t`InStr has no compareType '${text}'.` + remedy, ...fixes);
      },
    },
  }),
};
