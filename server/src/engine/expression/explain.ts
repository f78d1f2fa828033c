import type { Attributes } from "./attributeRow.ts";
import type { CompiledExpression } from "./compile.ts";
import { described, evaluation, type evaluatorIn, nothingAssumed } from "./evaluate.ts";
import type { Evaluation } from "./evaluation.ts";
import type { Outcome } from "./node.ts";
import type { Outline, Step } from "./outline.ts";
import { viewOf } from "./view.ts";
import type { World } from "./world.ts";

export type { Step } from "./outline.ts";

/** An evaluation with what each part of the expression gave. Where it is redacted, no part's value may be shown either. */
export interface Explanation extends Evaluation {
  readonly root: Step;
}

/** Evaluates for one object as `evaluate` does, and tells what each part gave. */
export function explain(compiled: CompiledExpression, attributes: Attributes, world: World): Explanation {
  return explainerIn(world)(compiled, attributes);
}

/** Explains any number of expressions for one object after the other. */
export function explainerIn(world: World): (compiled: CompiledExpression, attributes: Attributes) => Explanation {
  const view = viewOf(world);
  return ({ observed, reads, span }, attributes) => {
    const { node, outline, count } = observed();
    view.lookAt(attributes, reads);
    const seen = view.observe(count);
    const outcome = view.run({ node, span });
    const notes = view.takeNotes();
    const root = stepOf(outline, seen);
    if (notes === undefined) return { outcome: root.outcome ?? described(outcome), assumptions: nothingAssumed, root };
    return { ...evaluation(outcome, notes), root };
  };
}

/** Evaluates as `evaluatorIn` does, and tells an observer of each expression what its parts gave. */
export function observedEvaluatorIn(world: World, observe: (root: Step) => void): ReturnType<typeof evaluatorIn> {
  const explainNext = explainerIn(world);
  return (compiled, attributes) => {
    const explanation = explainNext(compiled, attributes);
    observe(explanation.root);
    return explanation;
  };
}

function stepOf(outline: Outline, seen: readonly (Outcome | undefined)[]): Step {
  const { expression, index, isBranch, parts, absent, constant } = outline;
  const outcome = index === undefined ? undefined : seen[index];
  if (outcome === undefined) return absent;
  if (constant !== undefined) return constant;
  return {
    expression,
    outcome: described(outcome),
    taken: isBranch,
    parts: parts.length === 0 ? none : partsOf(outline, seen),
  };
}

const none: readonly Step[] = [];

/** The steps below one that was evaluated; what interrupts it leaves the parts behind unevaluated. */
function partsOf({ parts, evaluatesAll }: Outline, seen: readonly (Outcome | undefined)[]): readonly Step[] {
  const steps: Step[] = [];
  let goesOn = evaluatesAll;
  for (const part of parts) {
    const step = goesOn && part.constant !== undefined ? part.constant : stepOf(part, seen);
    goesOn &&= step.outcome?.kind === "value";
    steps.push(step);
  }
  return steps;
}
