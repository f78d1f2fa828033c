import * as l10n from "@vscode/l10n";
import { wrap } from "../fixes.ts";
import { isHumanResourcesToDirectory } from "../jobs.ts";
import { hrUpdatesPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** Human resources send an empty text for what they do not know, and Active Directory refuses it. */
export const nullToAd: Rule = {
  code: "null-to-ad",
  severity: "warning",
  source: `${hrUpdatesPage}#null-and-empty-values-not-processed-as-expected`,
  check: (report, { template }) => ({
    AttributeMapping({ source, matchingPrecedence, defaultValue }, { sourceAttributes }) {
      if (source.kind !== "Direct" || !isHumanResourcesToDirectory(template)) return;
      if (matchingPrecedence !== undefined || defaultValue !== undefined) return;
      const { expression } = source;
      const fact = expression.kind === "AttributeReference" ? sourceAttributes.byName.get(expression.name) : undefined;
      if (fact === undefined || fact.required || fact.type !== "String" || fact.multivalued) return;
      const message = l10n.t`Where human resources leave '${fact.name}' empty, Active Directory refuses the whole change: ignore the flow of an empty value, or give another one by Switch.`;
      const fix = wrap(expression.span, "IgnoreFlowIfNullOrEmpty(", ")", l10n.t("Ignore the flow of an empty value"));
      report(expression.span, message, fix);
    },
  }),
};
