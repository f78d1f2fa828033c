import * as l10n from "@vscode/l10n";
import { quote } from "../../language/expression/print.ts";
import { argumentFor } from "../calls.ts";
import { changeTo } from "../fixes.ts";
import { literalText } from "../literals.ts";
import { functionsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** Split cuts at one character. */
export const splitDelimiterLength: Rule = {
  code: "split-delimiter-length",
  severity: "warning",
  source: `${functionsPage}#split`,
  check: report => ({
    calls: {
      Split(call) {
        const delimiter = argumentFor(call, "delimiter");
        const text = literalText(delimiter);
        if (delimiter === undefined || text === undefined || [...text].length === 1) return;
        const character = text.trim();
        const fixes =
          [...character].length === 1
            ? [changeTo(delimiter.span, quote(character), l10n.t`Change to "${character}"`)]
            : [];
        report(delimiter.span, l10n.t`Split cuts at one character, and "${text}" has ${[...text].length}.`, ...fixes);
      },
    },
  }),
};
