import type { Expression } from "../language/expression/tree.ts";

/** The text of what is written out: a string, or a number, which counts the same with and without quotes. */
export function literalText(node: Expression | undefined): string | undefined {
  if (node?.kind === "StringLiteral") return node.value;
  return node?.kind === "NumberLiteral" ? node.text : undefined;
}

/** The number that is written out, with or without quotes. */
export function literalNumber(node: Expression | undefined): number | undefined {
  if (node?.kind === "NumberLiteral") return node.value;
  const text = literalText(node)?.trim() ?? "";
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? Number(text) : undefined;
}
