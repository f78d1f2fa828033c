import * as l10n from "@vscode/l10n";
import { changeTo } from "../fixes.ts";
import { isCrossTenant } from "../jobs.ts";
import { skipDeletionsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";
import { applicationProperty } from "../writtenProperties.ts";

/** Cross-tenant synchronization does not have the setting. */
export const skipOosXt: Rule = {
  code: "skip-oos-xt",
  severity: "error",
  source: skipDeletionsPage,
  check: (report, configuration) => ({
    Application(application) {
      if (!application.skipOutOfScopeDeletions || !isCrossTenant(configuration.template)) return;
      const property = applicationProperty(configuration, "skipOutOfScopeDeletions");
      const fixes = property?.values.slice(0, 1).map(({ span }) => changeTo(span, "false")) ?? [];
      const message = l10n.t(
        "Cross-tenant synchronization cannot leave those alone who fall out of scope: set skipOutOfScopeDeletions: false.",
      );
      report(property?.span ?? application.name.span, message, ...fixes);
    },
  }),
};
