import * as l10n from "@vscode/l10n";
import { acceptsArguments, maximumArguments, minimumArguments } from "../../functions/arity.ts";
import type { FunctionDefinition } from "../../functions/definition.ts";
import { findFunction, findFunctionIgnoringCase } from "../../functions/index.ts";
import { type Failure, isFailure, isIgnored, isList } from "../../functions/values.ts";
import { type Call, nameOf } from "../../language/expression/tree.ts";
import { beforehand } from "./beforehand.ts";
import { eagerCall } from "./eagerCall.ts";
import { always, failing, failureAt, type Node, running } from "./node.ts";

/**
 * The node of a call over its compiled arguments, `undefined` where one is omitted. A call that cannot be right fails
 * with the reason whenever it runs. Where `observed`, it is run also where it could be once for all, and a lazy function
 * runs also the arguments whose value it could know.
 */
export function compileCall(call: Call, compiled: readonly (Node | undefined)[], observed: boolean): Node {
  const definition = findFunction(call.name);
  if (definition === undefined) return failing(nameOf(call).span, unknownFunction(call.name));
  const problem = arityProblem(definition, compiled);
  if (problem !== undefined) return failing(call.span, problem);
  const node = running(runOf(call, definition, compiled, observed));
  const constant = !observed && compiled.every(argument => argument === undefined || argument.constant !== undefined);
  return constant ? folded(node) : node;
}

/** The longest text that is kept in place of the call that gives it. */
const longestFolded = 1000;

/** A call of nothing but constants is run once, unless it asks the world, fails, or gives much. */
function folded(node: Node): Node {
  const outcome = beforehand(node.run) ?? null;
  if (outcome === null || isIgnored(outcome) || isFailure(outcome) || isList(outcome)) return node;
  return typeof outcome === "string" && outcome.length > longestFolded ? node : always(outcome);
}

function unknownFunction(name: string): string {
  const spelled = findFunctionIgnoringCase(name)?.name;
  if (spelled === undefined) return l10n.t`There is no function ${name}.`;
  return l10n.t`There is no function ${name}. Names of functions are case-sensitive: write ${spelled}.`;
}

function arityProblem(definition: FunctionDefinition, compiled: readonly (Node | undefined)[]): string | undefined {
  const { name, parameters, repeating } = definition;
  const [minimum, maximum] = [minimumArguments(definition), maximumArguments(definition)];
  if (compiled.length < minimum) return tooFew(definition, compiled.length);
  if (compiled.length > maximum) return tooMany(definition, compiled.length);
  const omitted = parameters.find(
    (parameter, index) => parameter.required && !parameter.branch && compiled[index] === undefined,
  );
  if (omitted !== undefined) return l10n.t`${name} needs its argument ${omitted.name}.`;
  if (acceptsArguments(definition, compiled.length)) return undefined;
  const names = repeating?.group.map(parameter => parameter.name) ?? [];
  const group = names.reduce((one, other) => l10n.t`${one} and ${other}`);
  return l10n.t`${name} ends with whole groups of ${group}; the last one is cut short.`;
}

function tooFew(definition: FunctionDefinition, count: number): string {
  const { name, tooFew: told } = definition;
  const minimum = minimumArguments(definition);
  if (told !== undefined) return l10n.t(told);
  return minimum === 1
    ? l10n.t`${name} needs at least 1 argument, not ${count}.`
    : l10n.t`${name} needs at least ${minimum} arguments, not ${count}.`;
}

function tooMany(definition: FunctionDefinition, count: number): string {
  const { name } = definition;
  const maximum = maximumArguments(definition);
  return maximum === 1
    ? l10n.t`${name} takes at most 1 argument, not ${count}.`
    : l10n.t`${name} takes at most ${maximum} arguments, not ${count}.`;
}

function runOf(
  { name, span }: Call,
  definition: FunctionDefinition,
  compiled: readonly (Node | undefined)[],
  observed: boolean,
): Node["run"] {
  const { implementation } = definition;
  if (implementation.kind === "lazy")
    return implementation.specialise(
      observed ? compiled.map(node => node && { ...node, constant: undefined }) : compiled,
    );
  const locate = ({ message }: Failure) => failureAt(span, `${name}: ${message}`);
  return eagerCall(definition, implementation.specialise, compiled, locate);
}
