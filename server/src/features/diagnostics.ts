import type { Diagnostic, DiagnosticSeverity, DiagnosticTag } from "vscode-languageserver-types";
import type { ProvmapDocument } from "../model/document.ts";
import type { Problem, ProblemTag, Severity } from "../validation/rule.ts";
import { diagnosticSeverities, diagnosticTags } from "./protocolKinds.ts";
import { rangeOf } from "./ranges.ts";

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: diagnosticSeverities.Error,
  warning: diagnosticSeverities.Warning,
  information: diagnosticSeverities.Information,
};

const tags: Readonly<Record<ProblemTag, DiagnosticTag>> = {
  unnecessary: diagnosticTags.Unnecessary,
  deprecated: diagnosticTags.Deprecated,
};

/**
 * The problems of a document as the editor shows them: each with its code, the page that explains it, and where else to
 * look. Of what is no JSON in a schema, editors tell themselves.
 */
export function diagnostics(document: ProvmapDocument, problems: readonly Problem[]): Diagnostic[] {
  return problems.filter(({ code }) => code !== "json-syntax").map(problem => diagnosticOf(document, problem));
}

/** One of them. */
export function diagnosticOf(document: ProvmapDocument, problem: Problem): Diagnostic {
  const { related, tag } = problem;
  return {
    range: rangeOf(document, problem.span),
    severity: severities[problem.severity],
    code: problem.code,
    codeDescription: { href: problem.source },
    source: "mapwright",
    message: problem.message,
    ...(tag && { tags: [tags[tag]] }),
    ...(related && {
      relatedInformation: related.map(({ span, message }) => ({
        location: { uri: document.uri, range: rangeOf(document, span) },
        message,
      })),
    }),
  };
}
