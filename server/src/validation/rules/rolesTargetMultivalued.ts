import * as l10n from "@vscode/l10n";
import { callsOf } from "../calls.ts";
import { mappingsPage } from "../pages.ts";
import { complexRoleFunctions } from "../roles.ts";
import type { Rule } from "../rule.ts";

/** All roles of a user are several values. */
export const rolesTargetMultivalued: Rule = {
  code: "roles-target-multivalued",
  severity: "error",
  source: `${mappingsPage}#provisioning-a-role-to-a-scim-app`,
  check: report => ({
    calls: callsOf(complexRoleFunctions, (_call, { mapping, attributeMapping: { target } }, name) => {
      const fact = mapping.targetAttributes.byName.get(target.text);
      if (fact === undefined || (fact.multivalued && fact.type === "String")) return;
      const message = l10n.t`${name} gives several values, which '${fact.name}' does not take: map 'roles', a multivalued String.`;
      report(target.span, message);
    }),
  }),
};
