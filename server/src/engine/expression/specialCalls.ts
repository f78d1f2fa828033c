import type { EagerCall } from "../../functions/definition.ts";
import { isFailure, isList, type Result, type Value } from "../../functions/values.ts";
import { coerce } from "./coerce.ts";
import { type Frame, interrupts, type Node, type Outcome, read } from "./node.ts";
import { callForEach, resultForNull, type Site } from "./site.ts";

const noRest: readonly Value[] = [];

/** A call in which nothing but the first argument has to be looked at. Most are given one text, and go the short way. */
export function sourceCall(site: Site, source: Node, others: readonly unknown[]): Node["run"] {
  const { parameters, body, locate } = site;
  const isText = parameters[0]?.type === "text";
  const callOn = callOnAny(site, others);
  const short = shortCall(body, others);
  return frame => {
    const value = read(source, frame);
    if (!isText || typeof value !== "string") return callOn(value, frame);
    const result = short(value, frame);
    return isFailure(result) ? locate(result) : result;
  };
}

/** The body as one of its first argument; to spread the others would cost more than most bodies. */
function shortCall(body: EagerCall, others: readonly unknown[]): (source: string, frame: Frame) => Result {
  const [a, b, c, d, e, f] = others;
  switch (others.length) {
    case 0:
      return (source, frame) => body(source, frame, noRest);
    case 1:
      return (source, frame) => body(source, a, frame, noRest);
    case 2:
      return (source, frame) => body(source, a, b, frame, noRest);
    case 3:
      return (source, frame) => body(source, a, b, c, frame, noRest);
    case 6:
      return (source, frame) => body(source, a, b, c, d, e, f, frame, noRest);
    default:
      return (source, frame) => body(source, ...others, frame, noRest);
  }
}

function callOnAny({ parameters, body, locate }: Site, others: readonly unknown[]) {
  const [parameter] = parameters;
  const callOn = (value: Value, frame: Frame): Result => {
    const argument = parameter === undefined ? value : coerce(value, parameter, frame);
    if (isFailure(argument)) return argument;
    if (argument === null && parameter?.whenNull) return resultForNull(parameter.whenNull.result, frame);
    return body(argument, ...others, frame, noRest);
  };
  return (value: Outcome, frame: Frame): Outcome => {
    if (interrupts(value)) return value;
    const each = parameter?.eachValue && isList(value) && value.length > 0;
    const result = each ? callForEach(value, element => callOn(element, frame)) : callOn(value, frame);
    return isFailure(result) ? locate(result) : result;
  };
}

/** A call in which nothing but the repeating arguments, taken as they are, has to be looked at. */
export function restCall({ nodes, count, body, locate }: Site, known: readonly unknown[]): Node["run"] {
  const repeating = nodes.slice(count);
  return frame => {
    const rest = new Array<Value>(repeating.length);
    for (let index = 0; index < repeating.length; index++) {
      const node = repeating[index];
      const value = node === undefined ? null : read(node, frame);
      if (typeof value !== "string" && interrupts(value)) return value;
      rest[index] = value;
    }
    const result = known.length === 1 ? body(known[0], frame, rest) : body(...known, frame, rest);
    return isFailure(result) ? locate(result) : result;
  };
}
