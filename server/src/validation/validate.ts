import type { Span, SyntaxProblem } from "../language/text.ts";
import type { Configuration, MappingSource } from "../model/configuration.ts";
import { functionsPage, mappingsPage } from "./pages.ts";
import type { Fix, Problem, Related, Severity } from "./rule.ts";
import { rules } from "./rules.ts";
import { walk } from "./walk.ts";

/** A severity for the code of a rule, or `off`. Syntax problems are errors and stay so. */
export type Levels = Readonly<Record<string, Severity | "off">>;

/**
 * Every problem of a text in the order of their places: the mistakes of its syntax and what the rules find in its
 * meaning, without what its comments suppress.
 */
export function validate(
  configuration: Configuration,
  syntaxProblems: readonly SyntaxProblem[],
  levels: Levels = {},
): readonly Problem[] {
  const problems = syntaxProblems.map(problem => syntaxProblem(problem, configuration));
  const visitors = rules
    .filter(({ code }) => levels[code] !== "off")
    .map(({ code, severity, source, tag, check }) =>
      check((span, message, ...details) => {
        if (isSuppressed(code, span, configuration)) return;
        const facts = { code, severity: severityOf(levels[code], severity), message, span, source };
        problems.push({ ...facts, ...(tag && { tag }), ...sorted(details) });
      }, configuration),
    );
  walk(configuration, visitors);
  return problems.sort((left, right) => left.span.start - right.span.start || left.span.end - right.span.end);
}

function sorted(details: readonly (Fix | Related)[]): Pick<Problem, "fixes" | "related"> {
  const related = details.filter(detail => "span" in detail);
  return { fixes: details.filter(detail => "edits" in detail), ...(related.length > 0 && { related }) };
}

/** True for the codes of mistakes of the syntax, which are no rules: they have no level and cannot be suppressed. */
export function isSyntaxProblem(code: string): boolean {
  return code === "expr-syntax" || code === "provmap-syntax";
}

function isSuppressed(code: string, { start, end }: Span, { suppressions }: Configuration): boolean {
  return suppressions.some(
    ({ codes, scope }) => scope && scope.start <= start && end <= scope.end && codes.some(({ text }) => text === code),
  );
}

function severityOf(level: Severity | "off" | undefined, severity: Severity): Severity {
  return level === undefined || level === "off" ? severity : level;
}

function syntaxProblem({ message, span }: SyntaxProblem, { mappings }: Configuration): Problem {
  const sources = mappings.flatMap(({ attributeMappings }) => attributeMappings.map(({ source }) => spanOf(source)));
  const inExpression = sources.some(({ start, end }) => start <= span.start && span.end <= end);
  return {
    code: inExpression ? "expr-syntax" : "provmap-syntax",
    severity: "error",
    message,
    span,
    source: inExpression ? `${functionsPage}#syntax-overview` : mappingsPage,
    fixes: [],
  };
}

function spanOf(source: MappingSource): Span {
  return "expression" in source ? source.expression.span : source.span;
}
