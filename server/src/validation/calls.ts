import type { FunctionDefinition } from "../functions/definition.ts";
import { findFunction, findFunctionIgnoringCase, functions } from "../functions/index.ts";
import type { Call, Expression } from "../language/expression/tree.ts";
import type { CallHandler, Scope, Visitor } from "./rule.ts";

/** The built-in that a call means; a name in the wrong case means one too, and is the matter of another rule. */
export function calledFunction(call: Call): FunctionDefinition | undefined {
  return findFunction(call.name) ?? findFunctionIgnoringCase(call.name);
}

/** True for a call of the built-in of this name. */
export function calls(node: Expression | undefined, name: string): node is Call {
  return node?.kind === "Call" && calledFunction(node)?.name === name;
}

/** The name of the built-in that a node calls, where it is one of these. */
export function calledOf(node: Expression | undefined, names: ReadonlySet<string>): string | undefined {
  const name = node?.kind === "Call" ? calledFunction(node)?.name : undefined;
  return name !== undefined && names.has(name) ? name : undefined;
}

/** True where all of a call is written, so that its arguments can be counted. A syntax problem tells of what is missing. */
export function isWhole(call: Call): boolean {
  return call.close !== undefined && call.arguments.every(({ kind }) => kind !== "Missing");
}

/** The argument that stands for the parameter of this name; absent where it is omitted. Repeating parameters have none. */
export function argumentFor(call: Call, parameter: string): Expression | undefined {
  const index = calledFunction(call)?.parameters.findIndex(({ name }) => name === parameter) ?? -1;
  const argument = call.arguments[index];
  return argument?.kind === "Omitted" ? undefined : argument;
}

/** One handler for the calls of several built-ins, which is told the name of each. */
export function callsOf(
  names: Iterable<string>,
  handle: (call: Call, scope: Scope, name: string) => void,
): NonNullable<Visitor["calls"]> {
  return Object.fromEntries(
    Array.from(names, (name): [string, CallHandler] => [name, (call, scope) => handle(call, scope, name)]),
  );
}

/** The names of the built-ins that have a parameter of this name. */
export function functionsTaking(parameter: string): readonly string[] {
  return functions
    .filter(({ parameters }) => parameters.some(({ name }) => name === parameter))
    .map(({ name }) => name);
}
