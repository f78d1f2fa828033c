import { type Expression, writtenString } from "./tree.ts";

export { quote } from "./literals.ts";

/** The canonical text on one line: arguments joined by a comma and a blank, omitted ones printed empty (Graph, parseExpression). */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case "Call":
      return `${expression.name}(${expression.arguments.map(printExpression).join(", ")})`;
    case "AttributeReference":
      return `[${expression.name}]`;
    case "StringLiteral":
      return writtenString(expression);
    case "NumberLiteral":
    case "Constant":
      return expression.text;
    case "JobParameter":
      return `%${expression.name}%`;
    case "BinaryOperation":
      return `${printExpression(expression.left)} ${expression.operator.text} ${printExpression(expression.right)}`;
    case "Parenthesized":
      return `(${printExpression(expression.inner)})`;
    case "Omitted":
    case "Missing":
      return "";
  }
}

/** The canonical text in lines of at most `width` columns where that can be done by breaking calls, one argument a line. */
export function printBroken(expression: Expression, indent: string, width: number): string {
  const line = printExpression(expression);
  if (expression.kind !== "Call" || expression.arguments.length === 0 || indent.length + line.length <= width)
    return line;
  const inner = `${indent}  `;
  const lines: string[] = [];
  expression.arguments.forEach((argument, index) => {
    const comma = index < expression.arguments.length - 1 ? "," : "";
    if (argument.kind !== "Omitted" || index === 0)
      lines.push(`${inner}${printBroken(argument, inner, width)}${comma}`);
    else if (comma !== "") lines.push(`${lines.pop()} ,`);
  });
  return `${expression.name}(\n${lines.join("\n")}\n${indent})`;
}
