import type { Span, SyntaxProblem } from "../language/text.ts";
import type { Configuration, MappingSource, ObjectMapping, Revision } from "../model/configuration.ts";
import { coverage } from "./coverage.ts";
import { fixesThatHold } from "./fixesThatHold.ts";
import type { KeptFindings } from "./keptFindings.ts";
import { functionsPage, mappingsPage, schemaPage } from "./pages.ts";
import type { Fix, Problem, Related, Severity } from "./rule.ts";
import { rules } from "./rules.ts";
import { walker } from "./walk.ts";

/** A severity for the code of a rule, or `off`. Syntax problems are errors and stay so. */
export type Levels = Readonly<Record<string, Severity | "off">>;

/**
 * Every problem of a text in the order of their places: the mistakes of its syntax and what the rules find in its
 * meaning, without what its comments suppress. What was found in other versions of the text, at the same levels, is not
 * looked for again where it is kept.
 */
export function validate(
  configuration: Configuration,
  syntaxProblems: readonly SyntaxProblem[],
  levels: Levels = {},
  kept?: KeptFindings,
): readonly Problem[] {
  const { mappings, schema } = configuration;
  const found = syntaxProblems.length > 0 ? syntaxProblems.map(syntaxProblemsOf(mappings)) : [];
  if (schema?.json.problem) found.push(jsonProblem(schema.json.problem));
  const { outside, inside } = checking(configuration, levels);
  const of = (revision: Revision | undefined, find: () => readonly Problem[]) =>
    kept === undefined || revision === undefined || schema === undefined
      ? find()
      : kept.of(revision, schema.json, find);
  const problems = [
    ...found,
    ...of(configuration.revision, outside),
    ...mappings.flatMap(mapping => of(mapping.revision, () => inside(mapping))),
  ];
  return problems.sort((left, right) => left.span.start - right.span.start || left.span.end - right.span.end);
}

/** Finds what the rules say of a text outside of its object mappings, and of one of these. */
interface Checking {
  readonly outside: () => readonly Problem[];
  readonly inside: (mapping: ObjectMapping) => readonly Problem[];
}

function checking(configuration: Configuration, levels: Levels): Checking {
  let found: Problem[] = [];
  const isSuppressed = suppressionsOf(configuration);
  const hold = fixesThatHold(configuration);
  const visitors = rules
    .filter(({ code }) => levels[code] !== "off")
    .map(({ code, severity, source, tag, check }) =>
      check((span, message, ...details) => {
        if (isSuppressed(code, span)) return;
        const facts = { code, severity: severityOf(levels[code], severity), message, span, source };
        const { fixes, ...rest } = sorted(details);
        found.push({ ...facts, ...(tag && { tag }), ...rest, fixes: hold(fixes) });
      }, configuration),
    );
  const { outside, inside } = walker(visitors);
  const foundBy = (look: () => void) => {
    found = [];
    look();
    return found;
  };
  return {
    outside: () => foundBy(() => outside(configuration)),
    inside: mapping => {
      const { syntaxProblems = [] } = mapping;
      const mistakes = syntaxProblems.length > 0 ? syntaxProblems.map(syntaxProblemsOf([mapping])) : [];
      return [...mistakes, ...foundBy(() => inside(mapping))];
    },
  };
}

function sorted(details: readonly (Fix | Related)[]): Pick<Problem, "fixes" | "related"> {
  const related = details.filter(detail => "span" in detail);
  return { fixes: details.filter(detail => "edits" in detail), ...(related.length > 0 && { related }) };
}

/** True for the codes of mistakes of the syntax, which are no rules: they have no level and cannot be suppressed. */
export function isSyntaxProblem(code: string): boolean {
  return code === "expr-syntax" || code === "provmap-syntax" || code === "json-syntax";
}

function suppressionsOf({ suppressions }: Configuration): (code: string, span: Span) => boolean {
  const pairs = suppressions.flatMap(({ codes, scope }) =>
    scope ? codes.map(({ text }) => [text, scope] as const) : [],
  );
  const byCode = Map.groupBy(pairs, ([code]) => code);
  const covers = new Map([...byCode].map(([code, found]) => [code, coverage(found.map(([, scope]) => scope))]));
  return (code, span) => covers.get(code)?.(span) ?? false;
}

function severityOf(level: Severity | "off" | undefined, severity: Severity): Severity {
  return level === undefined || level === "off" ? severity : level;
}

function syntaxProblemsOf(mappings: readonly ObjectMapping[]): (problem: SyntaxProblem) => Problem {
  const isInExpression = coverage(
    mappings.flatMap(({ attributeMappings }) => attributeMappings.map(({ source }) => spanOf(source))),
  );
  return ({ message, span }) => {
    const facts = isInExpression(span)
      ? { code: "expr-syntax", source: `${functionsPage}#syntax-overview` }
      : { code: "provmap-syntax", source: mappingsPage };
    return { ...facts, severity: "error", message, span, fixes: [] };
  };
}

function jsonProblem({ message, span }: SyntaxProblem): Problem {
  return { code: "json-syntax", severity: "error", message, span, source: schemaPage, fixes: [] };
}

function spanOf(source: MappingSource): Span {
  return "expression" in source ? source.expression.span : source.span;
}
