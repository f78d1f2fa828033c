import { parameterAt } from "../../functions/arity.ts";
import { findFunction } from "../../functions/index.ts";
import type { Value } from "../../functions/values.ts";
import { children, type Expression } from "../../language/expression/tree.ts";
import type { EvaluationOutcome } from "./evaluation.ts";

/** A part of an expression, whose range is the expression's, and what it gave for an object. */
export interface Step {
  readonly expression: Expression;
  /** Absent where the part was not evaluated. */
  readonly outcome: EvaluationOutcome | undefined;
  /** It is the branch that the call around it took. */
  readonly taken: boolean;
  readonly parts: readonly Step[];
}

/** A part of an expression as it was compiled. */
export interface Part {
  readonly expression: Expression;
  /** What it always gives, where that is known before there is an object. */
  readonly constant: Value | undefined;
  /** It always fails, and evaluates nothing for that. */
  readonly fails: boolean;
}

/** What is known of a part's steps before there is an object. */
export interface Outline {
  readonly expression: Expression;
  /** The place of its outcome in `Frame.seen`; undefined where it is never evaluated. */
  readonly index: number | undefined;
  /** It is evaluated only where the call around it chooses it. */
  readonly isBranch: boolean;
  /** Its parts are evaluated one after the other, and constants among them without being run. */
  readonly evaluatesAll: boolean;
  readonly parts: readonly Outline[];
  /** The step where it is not evaluated. */
  readonly absent: Step;
  /** The step where it is, if that is the same for every object. */
  readonly constant: Step | undefined;
}

/** The outline of an expression whose parts were compiled in this order. */
export function outlineOf(expression: Expression, compiled: readonly Part[]): Outline {
  const indices = new Map(compiled.map((part, index) => [part.expression, index] as const));
  const outline = (part: Expression, isBranch: boolean): Outline => {
    const index = indices.get(part);
    const definition = part.kind === "Call" ? findFunction(part.name) : undefined;
    const parts = children(part).flatMap((child, place) => {
      const chosen = definition !== undefined && parameterAt(definition, place)?.branch === true;
      return child.kind === "Omitted" ? [] : [outline(child, chosen)];
    });
    const absent = { expression: part, outcome: undefined, taken: false, parts: parts.map(each => each.absent) };
    const { constant: value, fails = true } = compiled[index ?? -1] ?? {};
    const constant: Step | undefined =
      value === undefined ? undefined : { ...absent, outcome: { kind: "value", value }, taken: isBranch };
    const evaluatesAll = !fails && definition?.implementation.kind !== "lazy";
    return { expression: part, index, isBranch, evaluatesAll, parts, absent, constant };
  };
  return outline(expression, false);
}
