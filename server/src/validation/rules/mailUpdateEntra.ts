import * as l10n from "@vscode/l10n";
import { insertAt } from "../fixes.ts";
import { isHumanResourcesToEntra } from "../jobs.ts";
import { hrUpdatesPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** The connector to Entra writes the mail address of a new user, and never again. */
export const mailUpdateEntra: Rule = {
  code: "mail-update-entra",
  severity: "warning",
  source: `${hrUpdatesPage}#updates-to-microsoft-entra-id-mail-attribute-not-supported`,
  check: (report, { template }) => ({
    AttributeMapping({ target, flowType, span }, { actions }) {
      if (target.text !== "mail" || flowType === "ObjectAddOnly" || !actions.update) return;
      if (!isHumanResourcesToEntra(template)) return;
      const message = l10n.t(
        "The mail address of a user of Entra is set when the user is created, and no update changes it: apply the mapping on create.",
      );
      const fixes = flowType === "Always" ? [insertAt(span.end, " on create", l10n.t("Apply on create"))] : [];
      report(target.span, message, ...fixes);
    },
  }),
};
