import * as l10n from "@vscode/l10n";
import { nameOf } from "../../language/expression/tree.ts";
import { functionsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** The directory that is asked for taken values is Active Directory, in provisioning from human resources. */
export const selectuniqueApp: Rule = {
  code: "selectunique-app",
  severity: "error",
  source: `${functionsPage}#selectuniquevalue`,
  check: (report, { application }) => ({
    calls: {
      SelectUniqueValue(call) {
        const template = application?.template?.text;
        if (template === undefined) return;
        if (/workday|successfactors|api/i.test(template)) return;
        report(
          nameOf(call).span,
          l10n.t`'${template}' does not support SelectUniqueValue: Workday, SuccessFactors and API-driven provisioning to Active Directory do.`,
        );
      },
    },
  }),
};
