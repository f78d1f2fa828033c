import * as l10n from "@vscode/l10n";
import { onDemandPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** A run is over one object, of the kind that the mapping reads. */
export const testObject: Rule = {
  code: "test-object",
  severity: "error",
  source: onDemandPage,
  check: report => ({
    MappingTest({ name, subjects: [subject, other] }, mapping) {
      if (subject === undefined)
        report(name.span, l10n.t('The test provisions nobody: add user: "…", or user: { … }.'));
      else if (other !== undefined) report(other.span, l10n.t("A test has one object: keep the user or the group."));
      else if (mapping !== undefined && mapping.sourceObject.text !== subject.objectType) {
        const related = { span: mapping.name.span, message: l10n.t("The mapping that the test runs.") };
        const { text } = mapping.sourceObject;
        const message =
          subject.objectType === "User"
            ? l10n.t`The mapping reads ${text}, so that a user is never provisioned by it: run another mapping.`
            : l10n.t`The mapping reads ${text}, so that a group is never provisioned by it: run another mapping.`;
        report(subject.span, message, related);
      }
    },
  }),
};
