import * as l10n from "@vscode/l10n";
import type { InlayHint } from "vscode-languageserver-types";
import { findFunctionIgnoringCase } from "../functions/index.ts";
import type { Call, Expression } from "../language/expression/tree.ts";
import { walk } from "../language/expression/tree.ts";
import type { Span } from "../language/text.ts";
import type { ProvmapDocument } from "../model/document.ts";
import { inlayHintKinds } from "./protocolKinds.ts";
import { rangeOf } from "./ranges.ts";

/** A call with fewer arguments is read without help. */
const longCall = 4;

/**
 * The names of the arguments of long calls that begin in the span. Not of those that speak for themselves: attributes,
 * calls, omitted arguments, what repeats, and the name itself.
 */
export function inlayHints(document: ProvmapDocument, within: Span): InlayHint[] {
  return document.configuration.mappings
    .flatMap(({ attributeMappings }) => attributeMappings)
    .flatMap(({ source }) =>
      "expression" in source && overlaps(source.expression.span, within) ? [source.expression] : [],
    )
    .flatMap(expression => walk(expression).filter(isLongCall))
    .flatMap(call => named(call))
    .filter(({ argument }) => within.start <= argument.span.start && argument.span.start <= within.end)
    .map(({ argument, name, summary }) => ({
      position: rangeOf(document, argument.span).start,
      label: `${name}:`,
      kind: inlayHintKinds.Parameter,
      tooltip: l10n.t(summary),
      paddingRight: true,
    }));
}

function overlaps(first: Span, second: Span): boolean {
  return first.start <= second.end && second.start <= first.end;
}

function isLongCall(node: Expression): node is Call {
  return node.kind === "Call" && node.arguments.length >= longCall;
}

function named(call: Call) {
  const parameters = findFunctionIgnoringCase(call.name)?.parameters ?? [];
  return parameters.flatMap(({ name, summary }, index) => {
    const argument = call.arguments[index];
    return argument !== undefined && needsName(argument, name) ? [{ argument, name, summary }] : [];
  });
}

/** The word that a completion leaves in the place of an argument is the name already. */
function needsName(argument: Expression, name: string): boolean {
  return namedKinds.has(argument.kind) && !(argument.kind === "Constant" && argument.text === name);
}

const namedKinds: ReadonlySet<Expression["kind"]> = new Set([
  "StringLiteral",
  "NumberLiteral",
  "Constant",
  "JobParameter",
]);
