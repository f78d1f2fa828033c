import { type Diagnostic, DiagnosticSeverity } from "vscode-languageserver-types";
import type { ProvmapDocument } from "../model/document.ts";
import type { Problem, Severity } from "../validation/rule.ts";
import { type Levels, validate } from "../validation/validate.ts";
import { rangeOf } from "./ranges.ts";

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
};

/** Every problem of a document, with its code and the page that explains it. */
export function diagnostics(document: ProvmapDocument, levels: Levels): Diagnostic[] {
  return problemsOf(document, levels).map(problem => diagnosticOf(document, problem));
}

/** The problems that diagnostics and code actions tell of. */
export function problemsOf(document: ProvmapDocument, levels: Levels): readonly Problem[] {
  return validate(document.configuration, document.syntaxProblems, levels);
}

/** A problem as the editor shows it. */
export function diagnosticOf(document: ProvmapDocument, problem: Problem): Diagnostic {
  return {
    range: rangeOf(document, problem.span),
    severity: severities[problem.severity],
    code: problem.code,
    codeDescription: { href: problem.source },
    source: "mapwright",
    message: problem.message,
  };
}
