import * as l10n from "@vscode/l10n";
import type { AssumptionName } from "../../functions/assumptions.ts";
import { newBudget } from "../../functions/dotnet/regex/budget.ts";
import type { Value } from "../../functions/values.ts";
import { type Attributes, fetching } from "./attributeRow.ts";
import type { CompiledExpression } from "./compile.ts";
import { type Frame, failureAt, type Outcome, read } from "./node.ts";
import type { World } from "./world.ts";

/** A world as expressions see it, with one object after the other before it. */
export interface View {
  /** Puts an object before it, for expressions that read these attributes; nothing is fetched again for the same ones. */
  readonly lookAt: (attributes: Attributes, names: readonly string[]) => void;
  /** What an expression gives for that object. */
  readonly run: (compiled: Pick<CompiledExpression, "node" | "span">) => Outcome;
  /** The same for many objects, whose values are given in the order of what the expression reads. */
  readonly runOver: (
    compiled: Pick<CompiledExpression, "node" | "span">,
    objects: readonly (readonly Value[])[],
    found: Found,
  ) => void;
  /** What had a part in it since the last time; undefined where nothing had. */
  readonly takeNotes: () => Notes | undefined;
  /** Makes room for what the parts of an observed expression give: the list that is returned. */
  readonly observe: (parts: number) => readonly (Outcome | undefined)[];
}

/** Where the outcomes of many objects are put, from an index on. */
export interface Found {
  readonly outcomes: Outcome[];
  /** What had a part in the outcome of an index, where anything had. */
  readonly notes: Map<number, Notes>;
  readonly start: number;
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
  const own: Value[] = [];
  const fetch = fetching();
  let before: Attributes | undefined;
  let fetched: readonly string[] | undefined;
  let count = 0;
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
  const run: View["run"] = ({ node, span }) => {
    regexBudget.left = regexBudget.limit;
    try {
      return read(node, frame);
    } catch (error) {
      // The runtime's own limits, as for a text of a gigabyte made by nested calls.
      if (error instanceof RangeError)
        return failureAt(span, l10n.t("The expression gives a value that is too large."));
      throw error;
    }
  };
  const takeNotes = (): Notes => {
    const notes = { assumptions: assumed, redacted };
    assumed = [];
    redacted = false;
    return notes;
  };
  return {
    lookAt(attributes, names) {
      if (attributes === before && names === fetched && names.length === count) return;
      frame.values = fetch(names, attributes, own);
      before = attributes;
      fetched = names;
      count = names.length;
    },
    run,
    runOver(compiled, objects, { outcomes, notes, start }) {
      let index = start;
      for (const values of objects) {
        frame.values = values;
        outcomes[index] = run(compiled);
        if (assumed.length > 0 || redacted) notes.set(index, takeNotes());
        index++;
      }
      before = undefined;
    },
    takeNotes: () => (assumed.length > 0 || redacted ? takeNotes() : undefined),
    observe(parts) {
      frame.seen = new Array<Outcome | undefined>(parts);
      return frame.seen;
    },
  };
}
