import * as l10n from "@vscode/l10n";
import type { BinaryOperation, Expression } from "../../language/expression/tree.ts";
import { argumentFor, calls } from "../calls.ts";
import { changeTo } from "../fixes.ts";
import { literalNumber } from "../literals.ts";
import { functionsPage } from "../pages.ts";
import type { Report, Rule } from "../rule.ts";

/** What a comparison of a position that counts from 0 means for one that counts from 1, by operator and number. */
const meant: Readonly<Record<string, string>> = {
  "= -1": "= 0",
  "<> -1": "> 0",
  "> -1": "> 0",
  ">= 0": "> 0",
  "< 0": "= 0",
  "<= -1": "= 0",
};

/** InStr counts from 1 and gives 0 for a text that is not there. */
export const instrZeroBased: Rule = {
  code: "instr-zero-based",
  severity: "warning",
  source: `${functionsPage}#instr`,
  check: report => ({
    calls: {
      InStr(call) {
        const start = argumentFor(call, "start");
        const value = literalNumber(start);
        if (start === undefined || value === undefined || value >= 1) return;
        report(start.span, l10n.t`InStr counts from 1: no search starts at ${value}.`, changeTo(start.span, "1"));
      },
    },
    BinaryOperation(node) {
      if (calls(node.left, "InStr")) checkComparison(report, node, node.right);
    },
  }),
};

function checkComparison(report: Report, { operator }: BinaryOperation, right: Expression): void {
  const remedy = meant[`${operator.text} ${literalNumber(right)}`];
  if (remedy === undefined) return;
  const span = { start: operator.span.start, end: right.span.end };
  report(
    span,
    l10n.t`InStr counts from 1 and gives 0 where the text is absent: write '${remedy}'.`,
    changeTo(span, remedy),
  );
}
