import * as l10n from "@vscode/l10n";
import { nameOf } from "../../language/expression/tree.ts";
import { calledFunction } from "../calls.ts";
import { isCloudSync } from "../jobs.ts";
import { cloudSyncPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** Trim is documented for cloud sync alone, but stands in the mappings that Microsoft ships for Entra's users. */
const shipped: ReadonlySet<string> = new Set(["Trim"]);

/** Some functions are documented for cloud sync alone; Entra may refuse to save them here. */
export const cloudsyncOnlyFunction: Rule = {
  code: "cloudsync-only-function",
  severity: "warning",
  source: cloudSyncPage,
  check: (report, { template }) => ({
    Call(call) {
      const definition = calledFunction(call);
      if (definition === undefined || shipped.has(definition.name) || isCloudSync(template)) return;
      if (definition.profiles.includes("application") || !definition.profiles.includes("cloudSync")) return;
      report(
        nameOf(call).span,
        l10n.t`'${definition.name}' is documented for cloud sync, not for application provisioning: try it in the tenant's expression builder before you rely on it.`,
      );
    },
  }),
};
