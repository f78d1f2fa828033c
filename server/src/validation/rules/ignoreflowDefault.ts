import * as l10n from "@vscode/l10n";
import { nameOf } from "../../language/expression/tree.ts";
import { calls, isWhole } from "../calls.ts";
import { mappingsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** What does not flow has no default value either. */
export const ignoreflowDefault: Rule = {
  code: "ignoreflow-default",
  severity: "warning",
  source: `${mappingsPage}#understanding-attribute-mapping-properties`,
  check: report => ({
    AttributeMapping({ source, defaultValue }) {
      if (source.kind !== "Expression" || defaultValue === undefined) return;
      const call = source.expression;
      if (!calls(call, "IgnoreFlowIfNullOrEmpty") || !isWhole(call)) return;
      const edits = [
        { span: { start: call.span.start, end: call.open }, text: "" },
        { span: { start: call.close ?? call.span.end, end: call.span.end }, text: "" },
      ];
      const message = l10n.t`An absent value does not flow here, so the default "${defaultValue}" is never used: remove one of the two.`;
      report(nameOf(call).span, message, { title: l10n.t("Remove IgnoreFlowIfNullOrEmpty"), edits });
    },
  }),
};
