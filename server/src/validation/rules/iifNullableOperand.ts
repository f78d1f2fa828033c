import * as l10n from "@vscode/l10n";
import { printExpression } from "../../language/expression/print.ts";
import type { BinaryOperation, Call, Expression } from "../../language/expression/tree.ts";
import { isWhole } from "../calls.ts";
import { functionsPage } from "../pages.ts";
import { presenceTest } from "../presence.ts";
import type { Fix, Rule } from "../rule.ts";
import { mayBeAbsent } from "../sourceAttributes.ts";

/** No comparison holds of an absent value, which surprises only where it asks for a difference. */
export const iifNullableOperand: Rule = {
  code: "iif-nullable-operand",
  severity: "information",
  source: `${functionsPage}#known-limitations`,
  check: report => ({
    calls: {
      IIF(call, { mapping }) {
        const condition = call.arguments[0];
        if (condition?.kind !== "BinaryOperation" || condition.operator.text !== "<>") return;
        if (presenceTest(condition) !== undefined) return;
        const absent = [condition.left, condition.right].find(operand => mayBeAbsent(operand, mapping));
        if (absent !== undefined) report(condition.span, messageOf(absent), ...swap(call, condition));
      },
    },
  }),
};

function messageOf(absent: Expression): string {
  return l10n.t`Where ${printExpression(absent)} is absent, '<>' does not hold either: such objects get the value if false. Compare by = and swap the two values to treat them as different.`;
}

function swap(call: Call, { operator }: BinaryOperation): readonly Fix[] {
  const [, whenTrue, whenFalse] = call.arguments;
  if (!isWhole(call) || whenTrue === undefined || whenFalse === undefined) return [];
  if (whenTrue.kind === "Omitted" || whenFalse.kind === "Omitted") return [];
  return [
    {
      title: l10n.t("Compare by = and swap the values"),
      edits: [
        { span: operator.span, text: "=" },
        { span: whenTrue.span, text: printExpression(whenFalse) },
        { span: whenFalse.span, text: printExpression(whenTrue) },
      ],
    },
  ];
}
