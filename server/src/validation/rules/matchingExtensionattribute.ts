import * as l10n from "@vscode/l10n";
import { isHumanResourcesToEntra } from "../jobs.ts";
import { precedenceSpan } from "../matching.ts";
import { hrUpdatesPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** Entra cannot be asked for a user by one of the fifteen extension attributes. */
export const matchingExtensionattribute: Rule = {
  code: "matching-extensionattribute",
  severity: "error",
  source: `${hrUpdatesPage}#user-match-with-extensionattribute-not-working`,
  check: (report, { template }) => ({
    AttributeMapping(attributeMapping) {
      const { matchingPrecedence, target } = attributeMapping;
      if (matchingPrecedence === undefined || !isHumanResourcesToEntra(template)) return;
      if (!/^extensionAttribute([1-9]|1[0-5])$/i.test(target.text)) return;
      const message = l10n.t`Entra cannot look for a user by '${target.text}': match by employeeId.`;
      report(precedenceSpan(attributeMapping), message);
    },
  }),
};
