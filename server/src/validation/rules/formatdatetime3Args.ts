import * as l10n from "@vscode/l10n";
import { nameOf } from "../../language/expression/tree.ts";
import { isWhole } from "../calls.ts";
import { insertAt } from "../fixes.ts";
import { isCloudSync } from "../jobs.ts";
import { cloudSyncPage, functionsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** The form with three arguments is that of cloud sync; application provisioning has a place for dateTimeStyles, left empty or not. */
export const formatdatetime3Args: Rule = {
  code: "formatdatetime-3-args",
  severity: "error",
  source: `${functionsPage}#formatdatetime`,
  tag: "deprecated",
  check: (report, { template }) => ({
    calls: {
      FormatDateTime(call) {
        if (!isWhole(call) || call.arguments.length !== 3) return;
        if (isCloudSync(template)) return;
        const [, second, third] = call.arguments;
        const comma = call.separators[0];
        const lacksPlace = second?.kind !== "Omitted" && third?.kind !== "Omitted";
        const fixes =
          comma !== undefined && lacksPlace
            ? [insertAt(comma + 1, " ,", l10n.t("Insert the empty dateTimeStyles"))]
            : [];
        report(
          nameOf(call).span,
          l10n.t`FormatDateTime takes source, dateTimeStyles, inputFormat and outputFormat: three arguments are cloud sync's form (${cloudSyncPage}#formatdatetime). Where dateTimeStyles is left out, its comma stays.`,
          ...fixes,
        );
      },
    },
  }),
};
