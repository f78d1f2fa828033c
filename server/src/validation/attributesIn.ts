import { children, type Expression } from "../language/expression/tree.ts";
import type { AttributeMapping } from "../model/configuration.ts";

/** The expression of a mapping; none where it has no source, or one that does not parse. */
export function expressionOf({ source }: AttributeMapping): Expression | undefined {
  return "expression" in source ? source.expression : undefined;
}

/** The names of the source attributes that an expression reads, each once. */
export function attributesIn(expression: Expression | undefined): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: Expression): void => {
    if (node.kind === "AttributeReference") names.add(node.name);
    for (const child of children(node)) visit(child);
  };
  if (expression !== undefined) visit(expression);
  return names;
}
