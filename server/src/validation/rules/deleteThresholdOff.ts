import * as l10n from "@vscode/l10n";
import type { Application, Configuration } from "../../model/configuration.ts";
import { insertAt } from "../fixes.ts";
import { isCloudSync, isCrossTenant } from "../jobs.ts";
import { accidentalDeletionsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";
import { applicationBlock, applicationProperty } from "../writtenProperties.ts";

/**
 * Nothing holds a cycle up that disables half the company, unless a threshold does. It is missed where a job runs that can
 * disable or delete; cloud sync and cross-tenant synchronization begin with a threshold of 500.
 */
export const deleteThresholdOff: Rule = {
  code: "delete-threshold-off",
  severity: "information",
  source: accidentalDeletionsPage,
  check: (report, configuration) => ({
    Application(application) {
      if (applicationProperty(configuration, "deleteThreshold") !== undefined) return;
      if (!takesAway(application, configuration)) return;
      if (isCloudSync(configuration.template) || isCrossTenant(configuration.template)) return;
      const last = applicationBlock(configuration)?.properties.at(-1);
      const fix = last && insertAt(last.span.end, "\n  deleteThreshold: 500", l10n.t("Set deleteThreshold: 500"));
      const message = l10n.t(
        "Nothing stops a cycle that disables or deletes more accounts than you expect: set a deleteThreshold, such as 500.",
      );
      report(application.name.span, message, ...(fix ? [fix] : []));
    },
  }),
};

/** True for a job that runs, and can disable or delete. */
function takesAway({ endpoint, provisioning }: Application, { mappings }: Configuration): boolean {
  const runs = endpoint !== undefined && provisioning === "automatic";
  return runs && mappings.some(({ enabled, actions }) => enabled && (actions.update || actions.delete));
}
