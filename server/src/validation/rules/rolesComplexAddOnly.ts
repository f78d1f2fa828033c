import * as l10n from "@vscode/l10n";
import { nameOf } from "../../language/expression/tree.ts";
import { changeTo } from "../fixes.ts";
import { mappingsPage } from "../pages.ts";
import { allRoles } from "../roles.ts";
import type { Rule } from "../rule.ts";

/** One of the two functions that give all roles takes none away. */
export const rolesComplexAddOnly: Rule = {
  code: "roles-complex-add-only",
  severity: "information",
  source: `${mappingsPage}#provisioning-a-role-to-a-scim-app`,
  check: report => ({
    calls: {
      AppRoleAssignmentsComplex(call, { attributeMapping: { flowType } }) {
        if (flowType === "MultiValueAddOnly" || flowType === "ValueAddOnly") return;
        const message = l10n.t`AppRoleAssignmentsComplex adds roles and never removes one: use ${allRoles}, or say 'add values'.`;
        const { span } = nameOf(call);
        report(span, message, changeTo(span, allRoles));
      },
    },
  }),
};
