import * as l10n from "@vscode/l10n";
import type { Span } from "../language/text.ts";
import type { Fix, Problem } from "../validation/rule.ts";

/** The kind of the action that fixes all at once. */
export const fixAllKind = "source.fixAll.mapwright";

/**
 * One fix of all problems that have exactly one. One that only takes text away is left to a person, and of two that meet
 * the first is applied. None where there is nothing to fix.
 */
export function fixAll(problems: readonly Problem[]): readonly Fix[] {
  const applied: Fix[] = [];
  for (const { fixes } of problems) {
    const [fix] = fixes;
    if (fix === undefined || fixes.length > 1 || fix.edits.every(({ text }) => text === "")) continue;
    if (!applied.some(other => meet(fix, other))) applied.push(fix);
  }
  const edits = applied.flatMap(fix => fix.edits);
  return edits.length === 0 ? [] : [{ title: l10n.t("Fix what has one remedy"), edits }];
}

function meet(first: Fix, second: Fix): boolean {
  return first.edits.some(({ span }) => second.edits.some(other => touch(span, other.span)));
}

function touch(first: Span, second: Span): boolean {
  return first.start <= second.end && second.start <= first.end;
}
