import * as l10n from "@vscode/l10n";
import { knownIssuesPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

const maximumCharacters = 10_000;

/** Entra refuses longer expressions. */
export const exprTooLong: Rule = {
  code: "expr-too-long",
  severity: "error",
  source: `${knownIssuesPage}#maximum-characters-for-attribute-mapping-expressions`,
  check: report => ({
    AttributeMapping({ source }) {
      if (!("expression" in source)) return;
      const { span } = source.expression;
      const length = span.end - span.start;
      if (length <= maximumCharacters) return;
      const surplus = (length - maximumCharacters).toLocaleString("en-US");
      report(span, l10n.t`Entra takes expressions of up to 10,000 characters: shorten this one by ${surplus}.`);
    },
  }),
};
