import { type CodeAction, CodeActionKind, type Range } from "vscode-languageserver-types";
import type { ProvmapDocument } from "../model/document.ts";
import type { Fix, Problem } from "../validation/rule.ts";
import type { Levels } from "../validation/validate.ts";
import { diagnosticOf, problemsOf } from "./diagnostics.ts";
import { rangeOf, spanOf } from "./ranges.ts";

/**
 * The fixes of every problem that the range touches, unless the editor asks for other kinds of actions only. A
 * problem's only fix is the preferred one.
 */
export function codeActions(
  document: ProvmapDocument,
  range: Range,
  only: readonly CodeActionKind[] | undefined,
  levels: Levels,
): CodeAction[] {
  if (only?.every(kind => kind !== CodeActionKind.Empty && kind !== CodeActionKind.QuickFix)) return [];
  const { start, end } = spanOf(document, range);
  return problemsOf(document, levels)
    .filter(({ span }) => span.start <= end && start <= span.end)
    .flatMap(problem => problem.fixes.map(fix => quickFix(document, problem, fix)));
}

function quickFix(document: ProvmapDocument, problem: Problem, fix: Fix): CodeAction {
  const edits = fix.edits.map(({ span, text }) => ({ range: rangeOf(document, span), newText: text }));
  return {
    title: fix.title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnosticOf(document, problem)],
    isPreferred: problem.fixes.length === 1,
    edit: { changes: { [document.uri]: edits } },
  };
}
