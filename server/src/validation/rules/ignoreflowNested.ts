import * as l10n from "@vscode/l10n";
import { nameOf } from "../../language/expression/tree.ts";
import { calls, callsOf, isWhole } from "../calls.ts";
import { functionsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

const name = "IgnoreFlowIfNullOrEmpty";

/** Only around a whole expression is it documented what IgnoreFlowIfNullOrEmpty does. */
export const ignoreflowNested: Rule = {
  code: "ignoreflow-nested",
  severity: "warning",
  source: `${functionsPage}#ignoreflowifnullorempty`,
  check: report => ({
    calls: callsOf([name], (call, { ancestors }) => {
      const [root] = ancestors;
      if (root === undefined) return;
      const unwrap = [
        { span: { start: call.span.start, end: call.open }, text: "" },
        { span: { start: call.close ?? call.span.end, end: call.span.end }, text: "" },
      ];
      const { start, end } = root.span;
      const around = [
        { span: { start, end: start }, text: `${name}(` },
        ...unwrap,
        { span: { start: end, end }, text: ")" },
      ];
      const fix = calls(root, name)
        ? { title: l10n.t("Remove the inner call"), edits: unwrap }
        : { title: l10n.t("Put it around the whole expression"), edits: around };
      report(
        nameOf(call).span,
        l10n.t`${name} is documented around a whole expression only: nested, it may do anything.`,
        ...(isWhole(call) ? [fix] : []),
      );
    }),
  }),
};
