import * as l10n from "@vscode/l10n";
import { calls } from "../calls.ts";
import { wrap } from "../fixes.ts";
import { knownIssuesPage } from "../pages.ts";
import { isMadeUp, isPassword } from "../passwords.ts";
import type { Rule } from "../rule.ts";

/** What flows is written to the provisioning logs, unless Redact keeps it out. */
export const redactPassword: Rule = {
  code: "redact-password",
  severity: "warning",
  source: knownIssuesPage,
  check: report => ({
    AttributeMapping({ source, target }) {
      if (!("expression" in source) || !isPassword(target.text)) return;
      const { expression } = source;
      if (calls(expression, "Redact") || !isMadeUp(expression)) return;
      const message = l10n.t`The provisioning logs would show what flows into '${target.text}': put Redact around it.`;
      report(expression.span, message, wrap(expression.span, "Redact(", ")", l10n.t("Wrap in Redact")));
    },
  }),
};
