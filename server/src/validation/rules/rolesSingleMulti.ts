import * as l10n from "@vscode/l10n";
import { nameOf } from "../../language/expression/tree.ts";
import { changeTo } from "../fixes.ts";
import { functionsPage } from "../pages.ts";
import { allRoles } from "../roles.ts";
import type { Rule } from "../rule.ts";

/** Whether users hold several roles cannot be known here, but an attribute for several values suggests it. */
export const rolesSingleMulti: Rule = {
  code: "roles-single-multi",
  severity: "information",
  source: `${functionsPage}#singleapproleassignment`,
  check: report => ({
    calls: {
      SingleAppRoleAssignment(call, { mapping, attributeMapping: { target } }) {
        if (!mapping.targetAttributes.byName.get(target.text)?.multivalued) return;
        const message = l10n.t`'${target.text}' holds several values, and SingleAppRoleAssignment gives one: of a user with several roles it is not defined which. Use ${allRoles} for all of them.`;
        const { span } = nameOf(call);
        report(span, message, changeTo(span, allRoles));
      },
    },
  }),
};
