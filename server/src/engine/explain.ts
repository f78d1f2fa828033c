import type { Expression } from "../language/expression/tree.ts";
import type { CompiledExpression } from "./compile.ts";
import {
  type Attributes,
  described,
  type Evaluation,
  type EvaluationOutcome,
  evaluation,
  fetch,
  type World,
} from "./evaluate.ts";
import type { Outcome } from "./node.ts";
import type { Outline } from "./outline.ts";
import { viewOf } from "./view.ts";

/** An evaluation with what each part of the expression gave. Where it is redacted, no part's value may be shown either. */
export interface Explanation extends Evaluation {
  readonly root: Step;
}

/** A part of an expression, whose range is the expression's, and what it gave. */
export interface Step {
  readonly expression: Expression;
  /** Absent where the part was not evaluated. */
  readonly outcome: EvaluationOutcome | undefined;
  /** It is the branch that the call around it took. */
  readonly taken: boolean;
  readonly parts: readonly Step[];
}

/** Evaluates for one object as `evaluate` does, and tells what each part gave. */
export function explain(compiled: CompiledExpression, attributes: Attributes, world: World): Explanation {
  return explainerIn(world)(compiled, attributes);
}

/** Explains any number of expressions for one object after the other. */
export function explainerIn(world: World): (compiled: CompiledExpression, attributes: Attributes) => Explanation {
  const view = viewOf(world);
  return ({ observed, reads, span }, attributes) => {
    const { node, outline } = observed();
    view.lookAt(fetch(reads, attributes));
    const { outcome, assumptions, redacted } = evaluation(view.run({ node, span }), view.takeNotes());
    const root = stepOf(outline, view.takeSeen());
    return redacted ? { outcome, assumptions, redacted, root } : { outcome, assumptions, root };
  };
}

function stepOf({ expression, index, isBranch, parts }: Outline, seen: readonly (Outcome | undefined)[]): Step {
  const outcome = index === undefined ? undefined : seen[index];
  return {
    expression,
    outcome: outcome === undefined ? undefined : described(outcome),
    taken: isBranch && outcome !== undefined,
    parts: parts.length === 0 ? none : parts.map(part => stepOf(part, seen)),
  };
}

const none: readonly Step[] = [];
