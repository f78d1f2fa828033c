import * as l10n from "@vscode/l10n";
import type { Expression } from "../../language/expression/tree.ts";
import { calledOf } from "../calls.ts";
import { wrap } from "../fixes.ts";
import { mappingsPage } from "../pages.ts";
import { roleFunctions, roleReaderFor } from "../roles.ts";
import type { Rule } from "../rule.ts";

/** What may look at the assignments without making a role of them; Switch has a rule of its own. */
const harmless: ReadonlySet<string> = new Set(["Count", "IsPresent", "IsNull", "IsNullOrEmpty", "Switch"]);

/** App role assignments are objects, of which a function makes what an application understands. */
export const rolesDirect: Rule = {
  code: "roles-direct",
  severity: "error",
  source: `${mappingsPage}#provisioning-a-role-to-a-scim-app`,
  check: report => ({
    AttributeReference({ name, span }, { mapping, attributeMapping, ancestors }) {
      if (name !== "appRoleAssignments" || isRead(ancestors.at(-1))) return;
      const reader = roleReaderFor(attributeMapping, mapping);
      const message = l10n.t`App role assignments cannot flow as they are: write ${reader}([appRoleAssignments]).`;
      report(span, message, wrap(span, `${reader}(`, ")", l10n.t`Wrap in ${reader}`));
    },
  }),
};

function isRead(parent: Expression | undefined): boolean {
  return calledOf(parent, roleFunctions) !== undefined || calledOf(parent, harmless) !== undefined;
}
