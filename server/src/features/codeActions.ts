import type { CodeAction, CodeActionKind, Range } from "vscode-languageserver-types";
import type { ProvmapDocument } from "../model/document.ts";
import type { Fix, Problem } from "../validation/rule.ts";
import { diagnosticOf } from "./diagnostics.ts";
import { fixAll, fixAllKind } from "./fixAll.ts";
import { codeActionKinds } from "./protocolKinds.ts";
import { editOf, spanOf } from "./ranges.ts";
import { rewritesAt } from "./rewrites.ts";
import { suppressionOf } from "./suppression.ts";

/**
 * What can be done at a range, of the kinds that the editor asks for: the fixes of every problem that it touches, a
 * comment that suppresses the problem, and rewrites of the expression there. A problem's only fix is the preferred one. Where
 * the editor asks for them by their kind, all such fixes of the document as one.
 */
export function codeActions(
  document: ProvmapDocument,
  range: Range,
  only: readonly CodeActionKind[] | undefined,
  problems: readonly Problem[],
): CodeAction[] {
  const { start, end } = spanOf(document, range);
  const actions: CodeAction[] = [];
  if (isWanted(codeActionKinds.QuickFix, only)) {
    const touched = problems.filter(({ span }) => span.start <= end && start <= span.end);
    actions.push(...touched.flatMap(problem => problem.fixes.map(fix => quickFix(document, problem, fix))));
    actions.push(...touched.flatMap(problem => suppression(document, problem)));
  }
  if (isWanted(codeActionKinds.RefactorRewrite, only)) {
    actions.push(...rewritesAt(document, start).map(fix => rewrite(document, fix)));
  }
  if (only !== undefined && isWanted(fixAllKind, only)) {
    actions.push(...fixAll(problems).map(fix => action(document, fix, fixAllKind)));
  }
  return actions;
}

/** A kind is asked for by itself and by each that it belongs to, as `refactor.rewrite` does to `refactor`. */
function isWanted(kind: CodeActionKind, only: readonly CodeActionKind[] | undefined): boolean {
  return only === undefined || only.some(asked => asked === "" || kind === asked || kind.startsWith(`${asked}.`));
}

function quickFix(document: ProvmapDocument, problem: Problem, fix: Fix): CodeAction {
  return {
    ...action(document, fix, codeActionKinds.QuickFix),
    diagnostics: [diagnosticOf(document, problem)],
    isPreferred: problem.fixes.length === 1,
  };
}

function suppression(document: ProvmapDocument, problem: Problem): CodeAction[] {
  const fix = suppressionOf(document, problem);
  if (fix === undefined) return [];
  return [{ ...action(document, fix, codeActionKinds.QuickFix), diagnostics: [diagnosticOf(document, problem)] }];
}

function rewrite(document: ProvmapDocument, fix: Fix): CodeAction {
  return action(document, fix, codeActionKinds.RefactorRewrite);
}

function action(document: ProvmapDocument, { title, edits }: Fix, kind: CodeActionKind): CodeAction {
  const changes = edits.map(({ span, text }) => editOf(document, span, text));
  return { title, kind, edit: { changes: { [document.uri]: changes } } };
}
