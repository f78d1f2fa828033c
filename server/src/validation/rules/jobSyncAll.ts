import * as l10n from "@vscode/l10n";
import { crossTenantPage } from "../pages.ts";
import type { Rule } from "../rule.ts";
import { applicationProperty } from "../writtenProperties.ts";

/** The scope of all is a fair choice where filters narrow it; that none does is seldom meant. */
export const jobSyncAll: Rule = {
  code: "job-sync-all",
  severity: "information",
  source: `${crossTenantPage}#step-7-optional-define-who-is-in-scope-for-provisioning-with-scoping-filters`,
  check: (report, configuration) => ({
    Application({ scope, name }) {
      const open = configuration.mappings.find(
        mapping => mapping.enabled && mapping.filters.length === 0 && mapping.sourceObject.text === "User",
      );
      if (scope !== "all" || open === undefined) return;
      const message = l10n.t`'${open.name.text}' has no filter, so every user of the tenant is evaluated at every cycle and gets an account, guests included: set scope: assigned, or add a filter.`;
      report(applicationProperty(configuration, "scope")?.span ?? name.span, message);
    },
  }),
};
