import * as l10n from "@vscode/l10n";
import { replaceListedDiacritics } from "../../functions/dotnet/diacritics.ts";
import { calls } from "../calls.ts";
import { functionsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** NormalizeDiacritics knows the letters of one published table; what it does with others is not documented. */
export const diacriticsUnlisted: Rule = {
  code: "diacritics-unlisted",
  severity: "information",
  source: `${functionsPage}#normalizediacritics`,
  check: report => ({
    StringLiteral({ value, span }, { ancestors }) {
      if (!ancestors.some(ancestor => calls(ancestor, "NormalizeDiacritics"))) return;
      const unlisted = replaceListedDiacritics(value).match(/(?!\p{ASCII})[\p{Script=Latin}\p{M}]/gu);
      if (unlisted === null) return;
      const letters = [...new Set(unlisted)].join(", ");
      report(
        span,
        l10n.t`The table of NormalizeDiacritics lacks ${letters}: write plain letters, or replace them with Replace.`,
      );
    },
  }),
};
