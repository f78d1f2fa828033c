import * as l10n from "@vscode/l10n";
import { isCloudSync } from "../jobs.ts";
import { filterPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** Microsoft Graph calls two of the three groups of filters experimental; cloud sync keeps out by the input group what it never provisions. */
export const scopeExperimental: Rule = {
  code: "scope-experimental",
  severity: "warning",
  source: `${filterPage}#properties`,
  summary: "Objects are filtered by scoping filters, not by Graph's experimental groups.",
  bad: 'mapping "M" { source: User target: "urn:ietf:params:scim:schemas:core:2.0:User" userName <- [userPrincipalName] match 1 input filter "F" { accountEnabled IS TRUE } }',
  good: 'mapping "M" { source: User target: "urn:ietf:params:scim:schemas:core:2.0:User" userName <- [userPrincipalName] match 1 filter "F" { accountEnabled IS TRUE } }',
  check: (report, { template }) => ({
    ScopingFilter({ group, name }) {
      if (group === "scoping" || (group === "input" && isCloudSync(template))) return;
      const message =
        group === "input"
          ? l10n.t(
              "A filter of the input group silently leaves objects as they are when they no longer pass, and is experimental: use a scoping filter.",
            )
          : l10n.t(
              "A filter of the category group chooses the mapping of an object, and is experimental: use a scoping filter.",
            );
      report(name.span, message);
    },
  }),
};
