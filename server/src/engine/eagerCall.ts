import { parameterAt } from "../functions/arity.ts";
import type { EagerCall, FunctionDefinition, Known, Parameter } from "../functions/definition.ts";
import { isFailure, isList, type Result, type Scalar, type Value } from "../functions/values.ts";
import { beforehand } from "./beforehand.ts";
import { coerce } from "./coerce.ts";
import { type Frame, interrupts, type LocatedFailure, type Node } from "./node.ts";

/** An argument before or after coercion; `undefined` where it is omitted. */
type Argument = Value | undefined;

type Run = (frame: Frame) => Result | LocatedFailure;

/** A written call of an eager function, its body specialised on the arguments that are known. */
interface Site {
  readonly nodes: readonly (Node | undefined)[];
  /** The parameter of each node. */
  readonly parameters: readonly (Parameter | undefined)[];
  /** How many parameters there are before those that repeat. */
  readonly count: number;
  readonly body: EagerCall;
}

/**
 * A call whose arguments are all evaluated and coerced first. A list in a parameter marked `eachValue` calls the body
 * for each of its values and drops null results. Where `observed`, also arguments whose value is known are run.
 */
export function eagerCall(
  definition: FunctionDefinition,
  specialise: (known: readonly Known[]) => EagerCall,
  nodes: readonly (Node | undefined)[],
  observed: boolean,
): Run {
  const count = definition.parameters.length;
  const parameters = nodes.map((_, index) => parameterAt(definition, index));
  const known = Array.from({ length: count }, (_, index) => knownOf(nodes[index], parameters[index]));
  const unknown = known.map(argument => (argument?.value === undefined ? argument : undefined));
  const body = beforehand(() => specialise(known)) ?? specialise(unknown);
  const site = { nodes, parameters, count, body };
  const [source] = nodes;
  const onlySourceVaries = nodes.length <= count && known.slice(1).every(argument => argument !== undefined);
  if (observed || source === undefined || !onlySourceVaries) return generalCall(site);
  const others = known.slice(1).map(argument => argument?.value);
  return sourceCall(source, parameters[0], withOthers(body, others));
}

/** An argument that is known, in the type of its parameter; unknown also where it makes the call fail or give null. */
function knownOf(node: Node | undefined, parameter: Parameter | undefined): Known {
  if (node === undefined) return { value: undefined };
  const { constant } = node;
  if (constant === undefined || parameter === undefined) return undefined;
  const value = beforehand(frame => coerce(constant, parameter, frame));
  if (value === undefined || isFailure(value) || (value === null && parameter.whenNull)) return undefined;
  return { value };
}

/** The body with everything given but its first argument. */
function withOthers(body: EagerCall, others: readonly unknown[]): (source: Argument, frame: Frame) => Result {
  const [first, second] = others;
  switch (others.length) {
    case 0:
      return (source, frame) => body(source, frame, noRest);
    case 1:
      return (source, frame) => body(source, first, frame, noRest);
    case 2:
      return (source, frame) => body(source, first, second, frame, noRest);
    default:
      return (source, frame) => body(source, ...others, frame, noRest);
  }
}

const noRest: readonly Value[] = [];

/** A call in which nothing but the first argument has to be looked at. */
function sourceCall(
  { run }: Node,
  parameter: Parameter | undefined,
  body: (source: Argument, frame: Frame) => Result,
): Run {
  const isText = parameter?.type === "text";
  const callOn = (value: Value, frame: Frame): Result => {
    const argument = parameter === undefined ? value : coerce(value, parameter, frame);
    if (isFailure(argument)) return argument;
    if (argument === null && parameter?.whenNull) return resultForNull(parameter.whenNull.result, frame);
    return body(argument, frame);
  };
  return frame => {
    const value = run(frame);
    if (isText && typeof value === "string") return body(value, frame);
    if (interrupts(value)) return value;
    if (!parameter?.eachValue || !isList(value) || value.length === 0) return callOn(value, frame);
    return callForEach(value, element => callOn(element, frame));
  };
}

function generalCall(site: Site): Run {
  const { nodes, parameters } = site;
  const each = parameters.findIndex(parameter => parameter?.eachValue === true);
  return frame => {
    const values = new Array<Argument>(nodes.length);
    for (let index = 0; index < nodes.length; index++) {
      const value = nodes[index]?.run(frame);
      if (value !== undefined && interrupts(value)) return value;
      values[index] = value;
    }
    const list = values[each] ?? null;
    if (!isList(list) || list.length === 0) return callOnce(site, values, frame);
    return callForEach(list, element => callOnce(site, values.with(each, element), frame));
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

function callOnce({ parameters, count, body }: Site, values: readonly Argument[], frame: Frame): Result {
  const coerced = new Array<Argument>(count);
  const rest: Value[] = values.length > count ? new Array<Value>(values.length - count) : [];
  for (let index = 0; index < values.length; index++) {
    const parameter = parameters[index];
    const value = values[index];
    const argument = value === undefined || parameter === undefined ? value : coerce(value, parameter, frame);
    if (isFailure(argument)) return argument;
    if (argument === null && parameter?.whenNull) return resultForNull(parameter.whenNull.result, frame);
    if (index < count) coerced[index] = argument;
    else rest[index - count] = argument ?? null;
  }
  if (count === 1) return body(coerced[0], frame, rest);
  return count === 2 ? body(coerced[0], coerced[1], frame, rest) : body(...coerced, frame, rest);
}

function resultForNull(result: Value, frame: Frame): Value {
  if (result !== null) return result;
  frame.assume("nullStaysNull");
  return frame.assumptions.nullStaysNull ? null : "";
}
