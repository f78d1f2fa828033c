import * as l10n from "@vscode/l10n";
import type { Word } from "../../language/text.ts";
import { scimPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** Names and operators of SCIM have no letter case, so one value can be written in several ways. */
export const duplicateTypeValues: Rule = {
  code: "duplicate-type-values",
  severity: "error",
  source: `${scimPage}#general`,
  check: report => ({
    ObjectMapping({ attributeMappings, targetAttributes: { known, byName } }) {
      const seen = new Map<string, Word>();
      for (const { target } of attributeMappings) {
        if (!target.text.includes("[") || (known && !byName.has(target.text))) continue;
        const path = target.text.toLowerCase().replace(/\s+/g, " ");
        const first = seen.get(path);
        seen.set(path, first ?? target);
        if (first === undefined || first.text === target.text) continue;
        const message = l10n.t`'${target.text}' and '${first.text}' are the same value in SCIM: keep one of the two mappings.`;
        report(target.span, message, { span: first.span, message: l10n.t("The first mapping of the value.") });
      }
    },
  }),
};
