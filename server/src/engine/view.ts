import type { AssumptionName } from "../functions/assumptions.ts";
import { newBudget } from "../functions/dotnet/regex/budget.ts";
import type { Value } from "../functions/values.ts";
import type { CompiledExpression } from "./compile.ts";
import type { World } from "./evaluate.ts";
import { type Frame, failureAt, type Outcome, read } from "./node.ts";

/** A world as expressions see it, with one object after the other before it. */
export interface View {
  /** Puts an object before it: its values in the attributes that the next expressions read. */
  readonly lookAt: (values: readonly Value[]) => void;
  /** What an expression gives for that object. */
  readonly run: (compiled: Pick<CompiledExpression, "node" | "span">) => Outcome;
  /** What had a part in it since the last time; undefined where nothing had. */
  readonly takeNotes: () => Notes | undefined;
  /** What the parts of an observed expression gave since the last time, by their index. */
  readonly takeSeen: () => readonly Outcome[];
}

/** The assumptions that had a part in an outcome, each once, and whether Redact had. */
export interface Notes {
  readonly assumptions: readonly AssumptionName[];
  readonly redacted: boolean;
}

type OpenFrame = { -readonly [K in keyof Frame]: Frame[K] };

/** Opens a view on a world. */
export function viewOf({ now, random, assumptions, jobParameters, regexSteps }: World): View {
  let assumed: AssumptionName[] = [];
  let redacted = false;
  const regexBudget = newBudget(regexSteps);
  const frame: OpenFrame = {
    values: [],
    now,
    random,
    assumptions,
    jobParameters,
    regexBudget,
    seen: [],
    assume: name => {
      if (!assumed.includes(name)) assumed.push(name);
    },
    redact: () => {
      redacted = true;
    },
  };
  return {
    lookAt(values) {
      frame.values = values;
    },
    run({ node, span }) {
      regexBudget.left = regexBudget.limit;
      try {
        return read(node, frame);
      } catch (error) {
        // The runtime's own limits, as for a text of a gigabyte made by nested calls.
        if (error instanceof RangeError) return failureAt(span, "The expression gives a value that is too large.");
        throw error;
      }
    },
    takeNotes() {
      if (assumed.length === 0 && !redacted) return undefined;
      const notes = { assumptions: assumed, redacted };
      assumed = [];
      redacted = false;
      return notes;
    },
    takeSeen() {
      const { seen } = frame;
      frame.seen = [];
      return seen;
    },
  };
}
