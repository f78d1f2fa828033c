import { parameterAt } from "../functions/arity.ts";
import { findFunction } from "../functions/index.ts";
import { children, type Expression } from "../language/expression/tree.ts";

/** The parts of an expression that are evaluated, each with where its outcome is found. */
export interface Outline {
  readonly expression: Expression;
  /** Its place in `Frame.seen`; absent where it is never evaluated. */
  readonly index: number | undefined;
  /** It is evaluated only where the call around it chooses it. */
  readonly isBranch: boolean;
  readonly parts: readonly Outline[];
}

/** The outline of an expression whose parts were compiled in this order. */
export function outlineOf(expression: Expression, compiled: readonly Expression[]): Outline {
  const indices = new Map(compiled.map((part, index) => [part, index] as const));
  return outlinePart(expression, false, indices);
}

function outlinePart(expression: Expression, isBranch: boolean, indices: ReadonlyMap<Expression, number>): Outline {
  const definition = expression.kind === "Call" ? findFunction(expression.name.text) : undefined;
  const parts = children(expression).flatMap((part, index) => {
    if (part.kind === "Omitted") return [];
    const chosen = definition !== undefined && parameterAt(definition, index)?.branch === true;
    return [outlinePart(part, chosen, indices)];
  });
  return { expression, index: indices.get(expression), isBranch, parts };
}
