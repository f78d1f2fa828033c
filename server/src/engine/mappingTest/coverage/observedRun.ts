import type { Expression } from "../../../language/expression/tree.ts";
import type { Course } from "../../course.ts";
import type { Step } from "../../expression/outline.ts";

/** A run with what each part of its expressions gave; parts that were not evaluated have no outcome. */
export interface ObservedRun {
  readonly course: Course;
  readonly steps: ReadonlyMap<Expression, Step>;
}

/** All steps below these, by the part of the expression that they are of. */
export function stepsByExpression(roots: readonly Step[]): ReadonlyMap<Expression, Step> {
  const steps = new Map<Expression, Step>();
  const add = (step: Step) => {
    steps.set(step.expression, step);
    step.parts.forEach(add);
  };
  roots.forEach(add);
  return steps;
}
