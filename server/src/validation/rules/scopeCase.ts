import * as l10n from "@vscode/l10n";
import { findOperator } from "../../catalogue/operators.ts";
import { quote } from "../../language/expression/print.ts";
import type { Word } from "../../language/text.ts";
import { changeTo } from "../fixes.ts";
import { scopingPage } from "../pages.ts";
import type { Fix, Rule } from "../rule.ts";

/** Attributes whose values people write, most of them with capital letters. */
const freeTexts: ReadonlySet<string> = new Set([
  "department",
  "jobTitle",
  "companyName",
  "displayName",
  "givenName",
  "surname",
  "employeeType",
  "physicalDeliveryOfficeName",
  "city",
  "state",
  "country",
]);

/** EQUALS compares letter case. That is told where a value looks as if nobody had thought of it: no capital letter at all. */
export const scopeCase: Rule = {
  code: "scope-case",
  severity: "information",
  source: `${scopingPage}#create-a-scoping-filter`,
  check: report => ({
    Clause({ attribute, operator, value }) {
      if (value === undefined || findOperator(operator.text)?.name !== "EQUALS") return;
      if (attribute.text === "usageLocation") {
        if (!/^[A-Za-z]{2}$/.test(value.text) || value.text === value.text.toUpperCase()) return;
        const code = value.text.toUpperCase();
        const message = l10n.t`'usageLocation' holds capital letters, and EQUALS compares letter case: write "${code}".`;
        report(value.span, message, changeTo(value.span, quote(code), l10n.t`Change to "${code}"`));
      } else if (freeTexts.has(attribute.text) && /\p{Ll}/u.test(value.text) && !/\p{Lu}/u.test(value.text)) {
        const message = l10n.t`EQUALS compares letter case, and '${value.text}' has no capital letter: is it written so in Entra? A REGEX MATCH with (?i) does not mind.`;
        report(value.span, message, ignoringCase(operator, value));
      }
    },
  }),
};

function ignoringCase(operator: Word, value: Word): Fix {
  const pattern = `(?i)^${value.text.replace(/[\\^$.|?*+()[\]{}]/g, "\\$&")}$`;
  return {
    title: l10n.t("Match in any letter case"),
    edits: [
      { span: operator.span, text: "REGEX MATCH" },
      { span: value.span, text: quote(pattern) },
    ],
  };
}
