import * as l10n from "@vscode/l10n";
import { insertAt } from "../fixes.ts";
import { attributeDefinitionPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** The target refuses another value for what can be written only once. */
export const targetImmutable: Rule = {
  code: "target-immutable",
  severity: "warning",
  source: `${attributeDefinitionPage}#properties`,
  check: report => ({
    AttributeMapping({ target, source, flowType, matchingPrecedence, span }, { actions, targetAttributes }) {
      const isWrittenOnce = targetAttributes.byName.get(target.text)?.mutability === "Immutable";
      const isUpdated = flowType !== "ObjectAddOnly" && actions.update && matchingPrecedence === undefined;
      if (!isWrittenOnce || !isUpdated || source.kind === "None" || source.kind === "Unreadable") return;
      const message = l10n.t`'${target.text}' can be written only when the object is created, and an update would fail: apply the mapping on create.`;
      const fixes = flowType === "Always" ? [insertAt(span.end, " on create", l10n.t("Apply on create"))] : [];
      report(target.span, message, ...fixes);
    },
  }),
};
