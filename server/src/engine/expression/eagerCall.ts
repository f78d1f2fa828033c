import { parameterAt } from "../../functions/arity.ts";
import type { EagerCall, FunctionDefinition, Known, Parameter } from "../../functions/definition.ts";
import { isFailure, isList, type Result, type Value } from "../../functions/values.ts";
import { beforehand } from "./beforehand.ts";
import { coerce } from "./coerce.ts";
import { type Frame, interrupts, type Node } from "./node.ts";
import { callForEach, resultForNull, type Site } from "./site.ts";
import { restCall, sourceCall } from "./specialCalls.ts";

/** An argument before or after coercion; `undefined` where it is omitted. */
type Argument = Value | undefined;

/**
 * A call whose arguments are all evaluated and coerced first. A list in a parameter marked `eachValue` calls the body
 * for each of its values and drops null results. `locate` places a failure of the body.
 */
export function eagerCall(
  definition: FunctionDefinition,
  specialise: (known: readonly Known[]) => EagerCall,
  nodes: readonly (Node | undefined)[],
  locate: Site["locate"],
): Node["run"] {
  const count = definition.parameters.length;
  const parameters = nodes.map((_, index) => parameterAt(definition, index));
  const known = definition.parameters.map((parameter, index) => knownOf(nodes[index], parameter));
  const body = beforehand(() => specialise(known)) ?? specialise(known.map(onlyOmitted));
  const site = { nodes, parameters, count, body, locate };
  return specialCall(site, known) ?? generalCall(site);
}

/** What is known of an argument where its value is of no use. */
function onlyOmitted(argument: Known): Known {
  return argument?.value === undefined ? argument : undefined;
}

/** A shorter way for what most calls are: all arguments known but the first one, or but those that repeat. */
function specialCall(site: Site, known: readonly Known[]): Node["run"] | undefined {
  const { nodes, parameters, count } = site;
  const [source] = nodes;
  const others = known.slice(1);
  if (nodes.length <= count && source !== undefined && others.every(isKnown))
    return sourceCall(site, source, others.map(valueKnown));
  const anyRest = parameters.slice(count).every(parameter => parameter?.type === "any");
  if (nodes.length > count && anyRest && known.every(isKnown)) return restCall(site, known.map(valueKnown));
  return undefined;
}

const omitted: Known = { value: undefined };

/** An argument that is known, in the type of its parameter; unknown also where it makes the call fail or give null. */
function knownOf(node: Node | undefined, parameter: Parameter): Known {
  if (node === undefined) return omitted;
  const { constant } = node;
  if (constant === undefined) return undefined;
  if (typeof constant === "string" && parameter.type === "text") return { value: constant };
  const value = beforehand(frame => coerce(constant, parameter, frame));
  if (value === undefined || isFailure(value) || (value === null && parameter.whenNull)) return undefined;
  return { value };
}

function isKnown(argument: Known): boolean {
  return argument !== undefined;
}

function valueKnown(argument: Known): unknown {
  return argument?.value;
}

function generalCall(site: Site): Node["run"] {
  const { nodes, parameters, locate } = site;
  const each = parameters.findIndex(parameter => parameter?.eachValue === true);
  return frame => {
    const values = new Array<Argument>(nodes.length);
    for (let index = 0; index < nodes.length; index++) {
      const value = nodes[index]?.run(frame);
      if (value !== undefined && interrupts(value)) return value;
      values[index] = value;
    }
    const list = values[each] ?? null;
    const result =
      !isList(list) || list.length === 0
        ? callOnce(site, values, frame)
        : callForEach(list, element => callOnce(site, values.with(each, element), frame));
    return isFailure(result) ? locate(result) : result;
  };
}

function callOnce({ parameters, count, body }: Site, values: readonly Argument[], frame: Frame): Result {
  const coerced = new Array<Argument>(count);
  const rest: Value[] = [];
  for (const [index, value] of values.entries()) {
    const parameter = parameters[index];
    const argument = value === undefined || parameter === undefined ? value : coerce(value, parameter, frame);
    if (isFailure(argument)) return argument;
    if (argument === null && parameter?.whenNull) return resultForNull(parameter.whenNull.result, frame);
    if (index < count) coerced[index] = argument;
    else rest.push(argument ?? null);
  }
  return body(...coerced, frame, rest);
}
