import * as l10n from "@vscode/l10n";
import { findOperator } from "../../catalogue/operators.ts";
import { readRegex } from "../../functions/dotnet/regex.ts";
import { quote } from "../../language/expression/print.ts";
import { changeTo } from "../fixes.ts";
import { scopingPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** A pattern matches anywhere in the value. One with an anchor, or with .* at an end, says that this is meant. */
export const scopeRegexUnanchored: Rule = {
  code: "scope-regex-unanchored",
  severity: "information",
  source: `${scopingPage}#create-a-scoping-filter`,
  check: report => ({
    Clause({ operator, value }) {
      if (value === undefined || findOperator(operator.text)?.name !== "REGEX MATCH" || saysWhere(value.text)) return;
      if (readRegex(value.text).kind === "invalid") return;
      const whole = value.text.includes("|") ? `^(?:${value.text})$` : `^${value.text}$`;
      const message = l10n.t`The pattern matches anywhere in the value, so longer values are in scope too: write ${whole} for the whole value, or .* where more may stand.`;
      report(value.span, message, changeTo(value.span, quote(whole), l10n.t("Match the whole value")));
    },
  }),
};

function saysWhere(pattern: string): boolean {
  const isOpen = /^\.[*+]|\.[*+]\??$/.test(pattern);
  return isOpen || /[\^$]|\\[AzZbG]|\(\?<?[=!]/.test(pattern.replace(/\\[\\^$]|\[(?:\\.|[^\]])*\]/g, ""));
}
