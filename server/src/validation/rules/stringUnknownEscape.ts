import * as l10n from "@vscode/l10n";
import { doubleThem, isPattern, loneBackslashes } from "../escapes.ts";
import { functionsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** Only `\\` and `\"` are escapes. Any other backslash is kept, which the documentation does not say. */
export const stringUnknownEscape: Rule = {
  code: "string-unknown-escape",
  severity: "warning",
  source: `${functionsPage}#syntax-overview`,
  check: report => ({
    StringLiteral(literal, { ancestors }) {
      const backslashes = loneBackslashes(literal);
      if (backslashes.length === 0 || isPattern(literal, ancestors.at(-1))) return;
      report(
        literal.span,
        l10n.t("Write a backslash in a string twice, as \\\\: alone it works by luck."),
        doubleThem(backslashes),
      );
    },
  }),
};
