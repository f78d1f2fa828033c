import * as l10n from "@vscode/l10n";
import { type Call, type Expression, nameOf } from "../../language/expression/tree.ts";
import { calledOf, callsOf } from "../calls.ts";
import { insertAt } from "../fixes.ts";
import { functionsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

const changing: ReadonlySet<string> = new Set(["RandomString", "Guid", "Now"]);
const counting: ReadonlySet<string> = new Set(["DateDiff"]);
const asking: ReadonlySet<string> = new Set(["IIF", "CBool", "Switch"]);

/** A value that differs at every evaluation is written to the target in every cycle. */
export const randomstringUpdate: Rule = {
  code: "randomstring-update",
  severity: "warning",
  source: `${functionsPage}#randomstring`,
  check: report => ({
    calls: callsOf(changing, (call, { mapping, attributeMapping, ancestors }, name) => {
      const isUpdated = mapping.actions.update && attributeMapping.flowType !== "ObjectAddOnly";
      if (!isUpdated || isOnlyAsked(call, ancestors)) return;
      const fixes =
        attributeMapping.flowType === "Always"
          ? [insertAt(attributeMapping.span.end, " on create", l10n.t("Apply on create"))]
          : [];
      report(
        nameOf(call).span,
        l10n.t`${name} gives another value at every evaluation, which every update writes anew: apply the mapping on create.`,
        ...fixes,
      );
    }),
  }),
};

/** In a condition, or counted from by DateDiff, the value itself does not flow. */
function isOnlyAsked(call: Call, ancestors: readonly Expression[]): boolean {
  return [...ancestors, call].some((node, index, path) => {
    const parent = path[index - 1];
    if (parent?.kind !== "Call") return false;
    const isCondition = calledOf(parent, asking) !== undefined && parent.arguments[0] === node;
    return isCondition || calledOf(parent, counting) !== undefined;
  });
}
