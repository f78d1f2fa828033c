import * as l10n from "@vscode/l10n";
import { nameOf } from "../../language/expression/tree.ts";
import { insertAt } from "../fixes.ts";
import { functionsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** At an update the object's own value is taken already, so it would be given another each time. */
export const selectuniqueCreateOnly: Rule = {
  code: "selectunique-create-only",
  severity: "error",
  source: `${functionsPage}#selectuniquevalue`,
  check: report => ({
    calls: {
      SelectUniqueValue(call, { attributeMapping: { flowType, span } }) {
        if (flowType === "ObjectAddOnly") return;
        const fixes = flowType === "Always" ? [insertAt(span.end, " on create", l10n.t("Apply on create"))] : [];
        report(
          nameOf(call).span,
          l10n.t("SelectUniqueValue is for the creation of objects only: apply the mapping on create."),
          ...fixes,
        );
      },
    },
  }),
};
