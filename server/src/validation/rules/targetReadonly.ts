import * as l10n from "@vscode/l10n";
import { remove } from "../fixes.ts";
import { attributeDefinitionPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** The target sets a read-only attribute itself and refuses or ignores what is sent. */
export const targetReadonly: Rule = {
  code: "target-readonly",
  severity: "error",
  source: `${attributeDefinitionPage}#properties`,
  check: report => ({
    AttributeMapping({ target, span }, { targetAttributes }) {
      const fact = targetAttributes.byName.get(target.text);
      if (fact?.mutability !== "ReadOnly" || target.text.toLowerCase() === "id") return;
      const message = l10n.t`'${target.text}' is read-only: the target sets it itself. Remove the mapping.`;
      report(target.span, message, remove(span, l10n.t`Remove the mapping of '${target.text}'`));
    },
  }),
};
