import { acceptsArguments, maximumArguments, minimumArguments } from "../functions/arity.ts";
import type { FunctionDefinition } from "../functions/definition.ts";
import { findFunction, findFunctionIgnoringCase } from "../functions/index.ts";
import { isFailure, type Result } from "../functions/values.ts";
import type { Call } from "../language/expression/tree.ts";
import { eagerCall } from "./eagerCall.ts";
import { type Frame, failing, failureAt, type LocatedFailure, type Node, type Outcome } from "./node.ts";

/**
 * The node of a call over its compiled arguments, `undefined` where one is omitted. A call that cannot be right fails
 * with the reason whenever it runs.
 */
export function compileCall(call: Call, compiled: readonly (Node | undefined)[]): Node {
  const definition = findFunction(call.name.text);
  if (definition === undefined) return failing(call.name.span, unknownFunction(call.name.text));
  const problem = arityProblem(definition, compiled);
  if (problem !== undefined) return failing(call.span, problem);
  const run = bodyOf(definition, compiled);
  return frame => located(call, run(frame));
}

function unknownFunction(name: string): string {
  const spelled = findFunctionIgnoringCase(name)?.name;
  if (spelled === undefined) return `There is no function ${name}.`;
  return `There is no function ${name}. Names of functions are case-sensitive: write ${spelled}.`;
}

function arityProblem(definition: FunctionDefinition, compiled: readonly (Node | undefined)[]): string | undefined {
  const { name, parameters, repeating } = definition;
  const [minimum, maximum] = [minimumArguments(definition), maximumArguments(definition)];
  if (compiled.length < minimum)
    return definition.tooFew ?? `${name} needs at least ${counted(minimum)}, not ${compiled.length}.`;
  if (compiled.length > maximum) return `${name} takes at most ${counted(maximum)}, not ${compiled.length}.`;
  const omitted = parameters.find((parameter, index) => parameter.required && compiled[index] === undefined);
  if (omitted !== undefined) return `${name} needs its argument ${omitted.name}.`;
  if (acceptsArguments(definition, compiled.length)) return undefined;
  const group = repeating?.group.map(parameter => parameter.name).join(" and ");
  return `${name} ends with whole groups of ${group}; the last one is cut short.`;
}

function counted(count: number): string {
  return count === 1 ? "1 argument" : `${count} arguments`;
}

function bodyOf(definition: FunctionDefinition, compiled: readonly (Node | undefined)[]) {
  const { implementation } = definition;
  if (implementation.kind === "eager") return eagerCall(definition, implementation.call, compiled);
  return (frame: Frame): Result | LocatedFailure =>
    implementation.call(
      compiled.map(node => node && (() => node(frame))),
      frame,
    );
}

function located(call: Call, result: Result | LocatedFailure): Outcome {
  if (!isFailure(result)) return result;
  return "span" in result ? result : failureAt(call.span, `${call.name.text}: ${result.message}`);
}
