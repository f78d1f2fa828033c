import * as l10n from "@vscode/l10n";
import { isCloudSync } from "../jobs.ts";
import { filterPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** Microsoft Graph calls two of the three groups of filters experimental; cloud sync keeps out by the input group what it never provisions. */
export const scopeExperimental: Rule = {
  code: "scope-experimental",
  severity: "warning",
  source: `${filterPage}#properties`,
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
