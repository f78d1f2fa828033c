import { absentResult } from "../../functions/absentResult.ts";
import type { EagerCall, Parameter } from "../../functions/definition.ts";
import { type Failure, isList, type Result, type Scalar, type Value } from "../../functions/values.ts";
import { type Frame, interrupts, type LocatedFailure, type Node } from "./node.ts";

/** A written call of an eager function, its body specialised on the arguments that are known. */
export interface Site {
  readonly nodes: readonly (Node | undefined)[];
  /** The parameter of each node. */
  readonly parameters: readonly (Parameter | undefined)[];
  /** How many parameters there are before those that repeat. */
  readonly count: number;
  readonly body: EagerCall;
  /** Says where a failure of the body is. */
  readonly locate: (failed: Failure) => LocatedFailure;
}

/** The results of a call for each of some values, in one list without nulls; the first one that is no value ends it. */
export function callForEach(list: readonly Scalar[], call: (element: Scalar) => Result): Result {
  const results: Scalar[] = [];
  for (const element of list) {
    const result = call(element);
    if (interrupts(result)) return result;
    if (isList(result)) results.push(...result);
    else if (result !== null) results.push(result);
  }
  return results;
}

/** What a call gives whose argument is null, where the parameter states that. */
export function resultForNull(result: Value, frame: Frame): Value {
  return result ?? absentResult(frame);
}
