import * as l10n from "@vscode/l10n";
import type { Span } from "../../language/text.ts";
import { remove } from "../fixes.ts";
import { settingsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** Of a property that is written twice, only the first counts. */
export const duplicateProperty: Rule = {
  code: "duplicate-property",
  severity: "error",
  source: `${settingsPage}#configuring-automatic-user-account-provisioning`,
  tag: "unnecessary",
  check: report => ({
    PropertyBlock({ properties }) {
      const seen = new Map<string, Span>();
      for (const { name, span } of properties) {
        const first = seen.get(name.text);
        if (first === undefined) seen.set(name.text, name.span);
        else {
          const message = l10n.t`'${name.text}' is written before in this block, and only the first counts: keep one.`;
          const fix = remove(span, l10n.t`Remove this '${name.text}'`);
          report(name.span, message, fix, { span: first, message: l10n.t("The one that counts.") });
        }
      }
    },
  }),
};
