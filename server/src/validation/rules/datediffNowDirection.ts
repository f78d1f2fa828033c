import * as l10n from "@vscode/l10n";
import { type BinaryOperation, type Expression, walk } from "../../language/expression/tree.ts";
import { calls } from "../calls.ts";
import { changeTo } from "../fixes.ts";
import { literalText } from "../literals.ts";
import type { Rule } from "../rule.ts";

/** Targets that say whether an account may be used, with the word that says yes. */
const enabling: Readonly<Record<string, string>> = { active: "true", accountEnabled: "true", accountDisabled: "false" };

const flipped: Readonly<Record<string, string>> = { ">": "<", ">=": "<=", "<": ">", "<=": ">=" };

/** DateDiff from Now() is above zero for a date to come. The guide for Workday has it the other way round. */
export const datediffNowDirection: Rule = {
  code: "datediff-now-direction",
  severity: "information",
  source: "https://learn.microsoft.com/entra/identity/app-provisioning/workday-expression-mapping-functions-guide",
  check: report => ({
    calls: {
      IIF(call, { attributeMapping: { target } }) {
        const [condition, whenTrue] = call.arguments;
        const yes = enabling[target.text];
        if (condition?.kind !== "BinaryOperation" || yes === undefined) return;
        const asked = askedDate(condition);
        const answer = literalText(whenTrue)?.toLowerCase();
        if (asked === undefined || (answer !== "true" && answer !== "false")) return;
        const isEnabledBefore = asked.isToCome === (answer === yes);
        if (isEnabledBefore !== asked.isFirstDay) return;
        const message = isEnabledBefore
          ? l10n.t`The account is enabled before '${asked.name}': DateDiff counts from its first date to its second, so from Now() a date to come is above 0.`
          : l10n.t`The account is enabled after '${asked.name}': DateDiff counts from its first date to its second, so from Now() a date to come is above 0.`;
        report(
          condition.span,
          message,
          changeTo(condition.operator.span, flipped[condition.operator.text] ?? condition.operator.text),
        );
      },
    },
  }),
};

interface AskedDate {
  readonly name: string;
  /** True for the start of work, false for its end. */
  readonly isFirstDay: boolean;
  /** True where the condition holds for a date in the future. */
  readonly isToCome: boolean;
}

function askedDate({ left, operator, right }: BinaryOperation): AskedDate | undefined {
  if (!calls(left, "DateDiff") || flipped[operator.text] === undefined || literalText(right) === undefined)
    return undefined;
  const [, from, to] = left.arguments;
  const isFromNow = calls(from, "Now");
  if (isFromNow === calls(to, "Now")) return undefined;
  const name = attributeIn(isFromNow ? to : from);
  const isFirstDay = /hire|start/i.test(name ?? "");
  if (name === undefined || (!isFirstDay && !/leave|end|terminat|expir/i.test(name))) return undefined;
  return { name, isFirstDay, isToCome: operator.text.startsWith(">") === isFromNow };
}

function attributeIn(date: Expression | undefined): string | undefined {
  const attribute = date && walk(date).find(node => node.kind === "AttributeReference");
  return attribute?.name;
}
