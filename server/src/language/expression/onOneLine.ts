/** An expression that is written on several lines, without its line breaks: `IIF(\n  [a],\n  "b"\n)` is `IIF([a], "b")`. */
export function onOneLine(expression: string): string {
  if (!expression.includes("\n")) return expression;
  return expression.replace(/(?<=\()\s*\n\s*|\s*\n\s*(?=\))/g, "").replace(/\s*\n\s*/g, " ");
}
