import * as l10n from "@vscode/l10n";
import { expressionOf } from "../attributesIn.ts";
import { commonAttributeOf } from "../commonAttributes.ts";
import { isCloudSyncToDirectory } from "../jobs.ts";
import { entraToDirectoryPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** Active Directory refuses a second object of the same sAMAccountName. */
export const samaccountnameUnique: Rule = {
  code: "samaccountname-unique",
  severity: "warning",
  source: `${entraToDirectoryPage}#keep-the-same-group-name`,
  check: (report, { template }) => ({
    AttributeMapping(attributeMapping) {
      if (attributeMapping.target.text !== "sAMAccountName" || !isCloudSyncToDirectory(template)) return;
      const expression = expressionOf(attributeMapping);
      const name = commonAttributeOf(expression);
      if (expression === undefined || name === undefined) return;
      const message = l10n.t`Several objects can have the same '${name}', and Active Directory refuses the second of their sAMAccountNames: add a part of objectId.`;
      report(expression.span, message);
    },
  }),
};
