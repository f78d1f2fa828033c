import * as l10n from "@vscode/l10n";
import { isMemberOf } from "../memberOf.ts";
import { scopingPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** The portal has had the operator, but no filter can use it. */
export const scopeIsmemberof: Rule = {
  code: "scope-ismemberof",
  severity: "error",
  source: `${scopingPage}#create-a-scoping-filter`,
  check: report => ({
    Clause({ operator: { text, span } }) {
      if (!isMemberOf(text)) return;
      report(span, l10n.t`Entra does not support ${text}: assign the group to the application, with scope: assigned.`);
    },
  }),
};
