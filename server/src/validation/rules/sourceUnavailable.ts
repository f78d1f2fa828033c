import * as l10n from "@vscode/l10n";
import { changeTo } from "../fixes.ts";
import { knownIssuesPage } from "../pages.ts";
import type { Rule } from "../rule.ts";
import { eachSourceAttribute } from "../sourceAttributes.ts";
import { unavailableAttribute } from "../unavailableAttributes.ts";

/** Two attributes of Entra's users are not among those that provisioning reads. */
export const sourceUnavailable: Rule = {
  code: "source-unavailable",
  severity: "error",
  source: `${knownIssuesPage}#attribute-samaccountname-or-usertype-not-available-as-a-source-attribute`,
  check: report => {
    const uses = eachSourceAttribute(({ name, write }, mapping) => {
      const unavailable = unavailableAttribute(name.text, mapping);
      if (unavailable === "userType") {
        const message = l10n.t(
          'Provisioning cannot read userType: tell guests by IIF(InStr([originalUserPrincipalName], "#EXT#") > 0, …, …), or copy it into a directory extension.',
        );
        report(name.span, message);
      } else if (unavailable === "samAccountName") {
        const message = l10n.t(
          "Provisioning cannot read samAccountName: read onPremisesSamAccountName, or a directory extension.",
        );
        report(name.span, message, changeTo(name.span, write("onPremisesSamAccountName")));
      }
    });
    return {
      ...uses,
      Clause(clause, mapping) {
        const isFiltersMatter = unavailableAttribute(clause.attribute.text, mapping) === "userType";
        if (!isFiltersMatter) uses.Clause?.(clause, mapping);
      },
    };
  },
};
