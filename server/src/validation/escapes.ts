import * as l10n from "@vscode/l10n";
import type { Expression, StringLiteral } from "../language/expression/tree.ts";
import type { Span } from "../language/text.ts";
import { argumentFor } from "./calls.ts";
import type { Fix } from "./rule.ts";

/** The backslashes of a string that escape nothing: neither a backslash nor a quote stands behind them. */
export function loneBackslashes({ raw, span }: StringLiteral): readonly Span[] {
  if (raw === undefined) return [];
  return [...raw.matchAll(/\\(?:["\\])?/g)]
    .filter(([text]) => text === "\\")
    .map(({ index }) => ({ start: span.start + index, end: span.start + index + 1 }));
}

/** Writes each of the backslashes twice. */
export function doubleThem(backslashes: readonly Span[]): Fix {
  return {
    title: backslashes.length === 1 ? l10n.t("Double the backslash") : l10n.t("Double the backslashes"),
    edits: backslashes.map(({ start }) => ({ span: { start, end: start }, text: "\\" })),
  };
}

/** True for the regular expression of a Replace. */
export function isPattern(node: Expression, parent: Expression | undefined): boolean {
  return parent?.kind === "Call" && argumentFor(parent, "regexPattern") === node;
}
