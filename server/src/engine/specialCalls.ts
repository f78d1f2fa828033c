import { isFailure, isList, type Result, type Value } from "../functions/values.ts";
import { coerce } from "./coerce.ts";
import { callForEach, resultForNull, type Site } from "./eagerCall.ts";
import { type Frame, interrupts, type Node, type Outcome } from "./node.ts";

const noRest: readonly Value[] = [];

/** A call in which nothing but the first argument has to be looked at. Most are given one text, and go the short way. */
export function sourceCall(site: Site, { run }: Node, others: readonly unknown[]): Node["run"] {
  const { parameters, body, locate } = site;
  const isText = parameters[0]?.type === "text";
  const [first, second] = others;
  const placed = (result: Result): Outcome => (isFailure(result) ? locate(result) : result);
  const callOn = callOnAny(site, others);
  switch (others.length) {
    case 0:
      return frame => {
        const value = run(frame);
        return isText && typeof value === "string" ? placed(body(value, frame, noRest)) : callOn(value, frame);
      };
    case 1:
      return frame => {
        const value = run(frame);
        return isText && typeof value === "string" ? placed(body(value, first, frame, noRest)) : callOn(value, frame);
      };
    case 2:
      return frame => {
        const value = run(frame);
        const short = isText && typeof value === "string";
        return short ? placed(body(value, first, second, frame, noRest)) : callOn(value, frame);
      };
    default:
      return frame => {
        const value = run(frame);
        const short = isText && typeof value === "string";
        return short ? placed(body(value, ...others, frame, noRest)) : callOn(value, frame);
      };
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
      const value = repeating[index]?.run(frame) ?? null;
      if (interrupts(value)) return value;
      rest[index] = value;
    }
    const result = known.length === 1 ? body(known[0], frame, rest) : body(...known, frame, rest);
    return isFailure(result) ? locate(result) : result;
  };
}
