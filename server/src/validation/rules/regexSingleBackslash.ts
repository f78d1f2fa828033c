import * as l10n from "@vscode/l10n";
import { doubleThem, isPattern, loneBackslashes } from "../escapes.ts";
import { functionsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** Microsoft's pages print patterns with single and with double backslashes; only the double form is documented. */
export const regexSingleBackslash: Rule = {
  code: "regex-single-backslash",
  severity: "warning",
  source: `${functionsPage}#replace`,
  check: report => ({
    StringLiteral(literal, { ancestors }) {
      const backslashes = loneBackslashes(literal);
      if (backslashes.length === 0 || !isPattern(literal, ancestors.at(-1))) return;
      const message = l10n.t("In a string a backslash is an escape: write the pattern's backslashes twice, as \\\\d.");
      report(literal.span, message, doubleThem(backslashes));
    },
  }),
};
