import * as l10n from "@vscode/l10n";
import { findProperty } from "../../catalogue/properties.ts";
import type { Word } from "../../language/text.ts";
import { howItWorksPage } from "../pages.ts";
import type { Rule } from "../rule.ts";
import { mappingProperty } from "../writtenProperties.ts";

/**
 * To leave out the action delete is a fair choice where those who leave are disabled by an update; where they cannot be,
 * nothing at all happens to what is no longer wanted.
 */
export const deleteDisabled: Rule = {
  code: "delete-disabled",
  severity: "information",
  source: `${howItWorksPage}#deprovisioning`,
  check: (report, configuration) => ({
    ObjectMapping(mapping) {
      const { enabled, actions, targetAttributes, targetObject } = mapping;
      const written = mappingProperty(configuration, mapping, "actions");
      if (!enabled || actions.delete || !targetAttributes.known || written?.values.some(isNoAction)) return;
      const { span } = written ?? mapping.name;
      if (!targetAttributes.byName.has("active")) {
        const message = l10n.t`'${targetObject.text}' has nothing to disable, so without the action delete what is out of scope stays in the target as it is.`;
        report(span, message);
      } else if (!actions.update) {
        report(
          span,
          l10n.t("Without the actions update and delete an account stays active for ever: disabling is an update."),
        );
      }
    },
  }),
};

function isNoAction({ text }: Word): boolean {
  return findProperty("mapping", "actions")?.words?.includes(text) === false;
}
