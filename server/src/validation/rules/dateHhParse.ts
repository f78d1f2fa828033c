import * as l10n from "@vscode/l10n";
import { quote } from "../../language/expression/print.ts";
import { eachDateFormat, fieldsWith, formatWith } from "../dateFormats.ts";
import { changeTo } from "../fixes.ts";
import { dateFormatsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** Where a text is read, hh takes two digits and nothing else; h takes one or two. */
export const dateHhParse: Rule = {
  code: "date-hh-parse",
  severity: "information",
  source: dateFormatsPage,
  check: report =>
    eachDateFormat(format => {
      const parts = format.parts;
      const hours = fieldsWith("h", parts).filter(({ count }) => count > 1);
      if (format.use !== "read" || hours.length === 0 || fieldsWith("t", parts).length === 0) return;
      const text = formatWith(format, field => (hours.includes(field) ? { ...field, count: 1 } : field));
      const { span } = format.literal;
      const fixes = text === undefined ? [] : [changeTo(span, quote(text), l10n.t`Change to "${text}"`)];
      report(span, l10n.t("hh reads 12:00:00 AM but fails for 7:00:00 AM: h reads both."), ...fixes);
    }),
};
