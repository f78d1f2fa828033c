import * as l10n from "@vscode/l10n";
import { type AttributeReference, type Expression, walk } from "../../language/expression/tree.ts";
import { calledOf } from "../calls.ts";
import { wrap } from "../fixes.ts";
import type { Rule } from "../rule.ts";
import { mayBeAbsent } from "../sourceAttributes.ts";

const failingOnNull: ReadonlySet<string> = new Set(["CDate", "NumFromDate"]);
const choosing: ReadonlySet<string> = new Set(["IIF", "Switch"]);
const replacingNull: ReadonlySet<string> = new Set(["Coalesce", "IIF", "Switch"]);

/** CDate and NumFromDate fail for whoever lacks the date, and with them the whole user. */
export const cdateNullGuard: Rule = {
  code: "cdate-null-guard",
  severity: "warning",
  source: "https://learn.microsoft.com/entra/identity/app-provisioning/workday-expression-mapping-functions-guide",
  check: report => ({
    AttributeReference(attribute, { mapping, ancestors }) {
      const index = ancestors.findLastIndex(ancestor => calledOf(ancestor, failingOnNull) !== undefined);
      const name = calledOf(ancestors[index], failingOnNull);
      if (name === undefined || !mayBeAbsent(attribute, mapping)) return;
      if (ancestors.slice(index).some(ancestor => calledOf(ancestor, replacingNull) !== undefined)) return;
      if (isGuarded(attribute, ancestors.slice(0, index + 1))) return;
      const message = l10n.t`Where '${attribute.name}' is absent, ${name} fails and the object is not provisioned: choose by Switch with the key "" before, or take another date by Coalesce.`;
      const fix = wrap(attribute.span, "Coalesce(", ', "9999-01-01")', l10n.t("Take 9999-01-01 for an absent date"));
      report(attribute.span, message, fix);
    },
  }),
};

/** True inside a branch of an IIF or Switch that looks at the same attribute before. */
function isGuarded({ name }: AttributeReference, ancestors: readonly Expression[]): boolean {
  return ancestors.some((ancestor, index) => {
    const [asked] = ancestor.kind === "Call" && calledOf(ancestor, choosing) !== undefined ? ancestor.arguments : [];
    if (asked === undefined || asked === ancestors[index + 1]) return false;
    return walk(asked).some(node => node.kind === "AttributeReference" && node.name === name);
  });
}
