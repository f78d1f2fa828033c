import * as l10n from "@vscode/l10n";
import { isCrossTenant } from "../jobs.ts";
import { precedenceSpan } from "../matching.ts";
import { crossTenantPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** The attribute that ties a user to the one in the other tenant; Entra refuses any other (SchemaInvalid). */
const matchingAttribute = "alternativeSecurityIdentifier";

/** Cross-tenant synchronization matches by an attribute of its own. */
export const xtMatchingChanged: Rule = {
  code: "xt-matching-changed",
  severity: "error",
  source: `${crossTenantPage}#step-9-review-attribute-mappings`,
  check: (report, { template }) => ({
    AttributeMapping(attributeMapping) {
      const { matchingPrecedence, target } = attributeMapping;
      if (matchingPrecedence === undefined || target.text === matchingAttribute || !isCrossTenant(template)) return;
      const message = l10n.t`Cross-tenant synchronization matches by ${matchingAttribute} alone, and Entra would refuse to save '${target.text}' as a matching attribute: remove its 'match'.`;
      report(precedenceSpan(attributeMapping), message);
    },
  }),
};
