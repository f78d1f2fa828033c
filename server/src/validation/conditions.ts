import type { Expression } from "../language/expression/tree.ts";

const comparisons: ReadonlySet<string> = new Set(["=", "<>", "<", "<=", ">", ">="]);

/** True for a comparison, as IIF and CBool take it. */
export function isComparison(node: Expression): boolean {
  return node.kind === "BinaryOperation" && comparisons.has(node.operator.text);
}

/** True for an operation that Entra's expressions do not have. */
export function isUnsupported(node: Expression): boolean {
  return node.kind === "BinaryOperation" && !comparisons.has(node.operator.text);
}
