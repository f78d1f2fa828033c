import * as l10n from "@vscode/l10n";
import { acceptsArguments, parameterAt } from "../../../functions/arity.ts";
import type { FunctionDefinition } from "../../../functions/definition.ts";
import { findFunction } from "../../../functions/index.ts";
import { printExpression } from "../../../language/expression/print.ts";
import { type Call, type Expression, walk } from "../../../language/expression/tree.ts";
import type { Span } from "../../../language/text.ts";
import type { ObservedRun } from "./observedRun.ts";

/** A part of a mapping, and whether a run of that mapping reached it. */
export interface Reachable {
  readonly name: string;
  readonly span: Span;
  readonly isReached: (run: ObservedRun) => boolean;
}

/** What the calls in an expression choose between: the arguments of Switch and IIF that are evaluated only where they are chosen. */
export function branchesOf(expression: Expression): readonly Reachable[] {
  return walk(expression).flatMap(node => {
    const definition = node.kind === "Call" ? findFunction(node.name) : undefined;
    if (node.kind !== "Call" || definition === undefined) return [];
    return acceptsArguments(definition, node.arguments.length) ? choicesOf(node, definition) : [];
  });
}

/** An argument that is left out is no branch: it gives nothing, and nobody wrote it. */
function choicesOf(call: Call, definition: FunctionDefinition): readonly Reachable[] {
  return call.arguments.flatMap((argument, index) => {
    if (argument.kind === "Omitted" || parameterAt(definition, index)?.branch !== true) return [];
    return {
      name: choiceText(call, index, definition),
      span: argument.span,
      isReached: ({ steps }) => steps.get(argument)?.taken === true,
    };
  });
}

/** The key of a value, the condition of a side, or what the argument is called. */
function choiceText({ arguments: all }: Call, index: number, { parameters, repeating }: FunctionDefinition): string {
  const key = all[index - 1];
  if (index >= parameters.length && key !== undefined) return printExpression(key);
  const [condition] = all;
  if (repeating === undefined && condition !== undefined)
    return index === 1
      ? l10n.t`${printExpression(condition)} holds`
      : l10n.t`${printExpression(condition)} does not hold`;
  return l10n.t("default");
}
