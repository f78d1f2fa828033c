import { parameterAt } from "../functions/arity.ts";
import type { FunctionDefinition, Implementation, Parameter } from "../functions/definition.ts";
import { isFailure, isList, type Result, type Scalar, type Value } from "../functions/values.ts";
import { coerce } from "./coerce.ts";
import { type Frame, interrupts, type LocatedFailure, type Node } from "./node.ts";

type Body = Extract<Implementation, { kind: "eager" }>["call"];

/** An argument before or after coercion; `undefined` where it is omitted. */
type Argument = Value | undefined;

/**
 * A call whose arguments are all evaluated and coerced first. A list in a parameter marked `eachValue` calls the body
 * for each of its values and drops null results.
 */
export function eagerCall(
  definition: FunctionDefinition,
  body: Body,
  compiled: readonly (Node | undefined)[],
): (frame: Frame) => Result | LocatedFailure {
  const parameters = compiled.map((_, index) => parameterAt(definition, index));
  const each = parameters.findIndex(parameter => parameter?.eachValue === true);
  return frame => {
    const values: Argument[] = [];
    for (const node of compiled) {
      const value = node?.(frame);
      if (value !== undefined && interrupts(value)) return value;
      values.push(value);
    }
    const list = values[each] ?? null;
    if (!isList(list) || list.length === 0) return callOnce(body, parameters, values, frame);
    return callForEach(list, element => callOnce(body, parameters, values.with(each, element), frame));
  };
}

function callForEach(list: readonly Scalar[], call: (element: Scalar) => Result): Result {
  const results: Scalar[] = [];
  for (const element of list) {
    const result = call(element);
    if (interrupts(result)) return result;
    if (isList(result)) results.push(...result);
    else if (result !== null) results.push(result);
  }
  return results;
}

function callOnce(
  body: Body,
  parameters: readonly (Parameter | undefined)[],
  values: readonly Argument[],
  frame: Frame,
): Result {
  const coerced: Argument[] = [];
  for (const [index, value] of values.entries()) {
    const parameter = parameters[index];
    const argument = value === undefined || parameter === undefined ? value : coerce(value, parameter, frame);
    if (isFailure(argument)) return argument;
    if (argument === null && parameter?.whenNull) return resultForNull(parameter.whenNull.result, frame);
    coerced.push(argument);
  }
  return body(coerced, frame);
}

function resultForNull(result: Value, frame: Frame): Value {
  if (result !== null) return result;
  frame.assume("nullStaysNull");
  return frame.assumptions.nullStaysNull ? null : "";
}
