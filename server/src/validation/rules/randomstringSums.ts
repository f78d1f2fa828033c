import * as l10n from "@vscode/l10n";
import { argumentFor } from "../calls.ts";
import { changeTo } from "../fixes.ts";
import { literalNumber } from "../literals.ts";
import { functionsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

const minimums = ["MinimumNumbers", "MinimumSpecialCharacters", "MinimumCapital", "MinimumLowerCase"] as const;
const longest = 256;

/** RandomString fails where what is asked for does not fit into its length. */
export const randomstringSums: Rule = {
  code: "randomstring-sums",
  severity: "error",
  source: `${functionsPage}#randomstring`,
  check: report => ({
    calls: {
      RandomString(call) {
        const length = argumentFor(call, "Length");
        const value = literalNumber(length);
        if (length === undefined || value === undefined) return;
        const sum = minimums.reduce((total, name) => total + (literalNumber(argumentFor(call, name)) ?? 0), 0);
        if (value > longest) {
          report(
            length.span,
            l10n.t`RandomString makes ${longest} characters at most.`,
            changeTo(length.span, String(longest)),
          );
        } else if (value < sum) {
          const fixes = sum <= longest ? [changeTo(length.span, String(sum))] : [];
          report(
            length.span,
            l10n.t`The minimums of RandomString add up to ${sum}, which is more than its Length of ${value}.`,
            ...fixes,
          );
        }
      },
    },
  }),
};
