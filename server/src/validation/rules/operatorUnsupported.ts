import * as l10n from "@vscode/l10n";
import type { BinaryOperation, Expression } from "../../language/expression/tree.ts";
import type { Span } from "../../language/text.ts";
import { isUnsupported } from "../conditions.ts";
import { functionsPage } from "../pages.ts";
import type { Fix, Rule } from "../rule.ts";

/** Entra's expressions are calls; they have no operators but the comparisons of IIF, and no parentheses of their own. */
export const operatorUnsupported: Rule = {
  code: "operator-unsupported",
  severity: "error",
  source: `${functionsPage}#iif`,
  check: report => ({
    BinaryOperation(node, { ancestors }) {
      const parent = ancestors.at(-1);
      const isPartOfChain = parent !== undefined && isUnsupported(parent);
      if (!isUnsupported(node) || isPartOfChain) return;
      report(node.operator.span, message(node.operator.text), ...joinFix(node));
    },
    Parenthesized({ span, inner }) {
      if (inner.kind === "Missing") return;
      const edits = [
        { span: { start: span.start, end: inner.span.start }, text: "" },
        { span: { start: inner.span.end, end: span.end }, text: "" },
      ];
      report(span, l10n.t("Entra's expressions have no grouping parentheses: remove them, or nest calls."), {
        title: l10n.t("Remove the parentheses"),
        edits,
      });
    },
  }),
};

function message(operator: string): string {
  switch (operator.toUpperCase()) {
    case "&":
      return l10n.t("Entra's expressions have no '&': write Join(\"\", first, second).");
    case "AND":
    case "&&":
      return l10n.t`IIF has no '${operator}': nest a second IIF in the value if true, IIF(first, IIF(second, yes, no), no).`;
    case "OR":
    case "||":
      return l10n.t`IIF has no '${operator}': nest a second IIF in the value if false, IIF(first, yes, IIF(second, yes, no)).`;
    default:
      return l10n.t`Entra's expressions have no '${operator}': texts are joined by Join, and numbers cannot be computed.`;
  }
}

/** Turns a chain of `&` into one Join. */
function joinFix(node: BinaryOperation): readonly Fix[] {
  const operators = chain(node);
  if (operators === undefined) return [];
  const commas = operators.map(span => ({ span, text: ", " }));
  const { start, end } = node.span;
  return [
    {
      title: l10n.t("Change to Join"),
      edits: [{ span: { start, end: start }, text: 'Join("", ' }, ...commas, { span: { start: end, end }, text: ")" }],
    },
  ];
}

/** The places of the operators of a chain of `&` with the blanks around them; undefined where it has other operators. */
function chain(node: Expression): readonly Span[] | undefined {
  if (node.kind === "Missing") return undefined;
  if (node.kind !== "BinaryOperation") return [];
  const [left, right] = [chain(node.left), chain(node.right)];
  if (node.operator.text !== "&" || left === undefined || right === undefined) return undefined;
  return [...left, { start: node.left.span.end, end: node.right.span.start }, ...right];
}
