import * as l10n from "@vscode/l10n";
import type { Span, Word } from "../language/text.ts";
import type { AttributeMapping, Clause, MappingSource, ObjectMapping, ScopingFilter } from "../model/configuration.ts";
import { type ProvmapDocument, placeOf } from "../model/document.ts";
import type { MappingTest } from "../model/mappingTest.ts";
import type { ApplicationOverview, ApplicationPart, ProblemCounts } from "../protocol/views.ts";
import type { Problem, Severity } from "../validation/rule.ts";

/** What a file says of its application: object mappings with their filters and attribute mappings, then tests, each with its problems. */
export function applicationOverview(document: ProvmapDocument, problems: readonly Problem[]): ApplicationOverview {
  const { application, mappings, tests } = document.configuration;
  const of = partsOf(document, problems);
  return {
    uri: document.uri,
    language: document.language === "graph" ? "graph" : "provmap",
    ...(application && { name: application.name.text }),
    problems: counts(problems),
    parts: [...mappings.map(mapping => mappingPart(mapping, of)), ...tests.map(test => testPart(test, of))],
  };
}

/** Completes a part by its place and its problems. */
type Complete = (
  part: { readonly name: Word; readonly span: Span },
  said: Pick<ApplicationPart, "kind" | "detail"> & Partial<Pick<ApplicationPart, "isOff" | "parts">>,
) => ApplicationPart;

interface Parts {
  readonly complete: Complete;
  readonly source: (source: MappingSource) => string;
}

function partsOf(document: ProvmapDocument, problems: readonly Problem[]): Parts {
  const written = ({ start, end }: Span) => document.text.slice(start, end).replaceAll(/\s+/g, " ").trim();
  return {
    source: source =>
      source.kind === "None" ? "none" : written("span" in source ? source.span : source.expression.span),
    complete: ({ name, span }, said) => ({
      isOff: false,
      parts: [],
      ...said,
      name: name.text,
      place: placeOf(document, name.text === "" ? span.start : name.span.start),
      problems: counts(problems.filter(problem => span.start <= problem.span.start && problem.span.start <= span.end)),
    }),
  };
}

function mappingPart(mapping: ObjectMapping, of: Parts): ApplicationPart {
  const { sourceObject, targetObject, enabled, filters, attributeMappings } = mapping;
  return of.complete(mapping, {
    kind: "mapping",
    detail: `${sourceObject.text} → ${shortened(targetObject.text)}`,
    isOff: !enabled,
    parts: [
      ...filters.map(filter => filterPart(filter, of)),
      ...attributeMappings.map(attribute => attributePart(attribute, of)),
    ],
  });
}

function filterPart(filter: ScopingFilter, { complete }: Parts): ApplicationPart {
  return complete(filter, { kind: "filter", detail: filter.clauses.map(clauseText).join(" AND ") });
}

function clauseText({ attribute, operator, value }: Clause): string {
  return [attribute.text, operator.text, ...(value === undefined ? [] : [JSON.stringify(value.text)])].join(" ");
}

function attributePart(attribute: AttributeMapping, { complete, source }: Parts): ApplicationPart {
  return complete(
    { name: attribute.target, span: attribute.span },
    { kind: "attributeMapping", detail: source(attribute.source) },
  );
}

function testPart(test: MappingTest, { complete }: Parts): ApplicationPart {
  const expected = test.expectations.map(({ action }) => action.text).join(", ");
  return complete(test, { kind: "test", detail: expected === "" ? "" : l10n.t`expects ${expected}` });
}

/** `User` for the `urn:ietf:params:scim:schemas:core:2.0:User` of a target. */
function shortened(object: string): string {
  return object.slice(object.lastIndexOf(":") + 1);
}

function counts(problems: readonly Problem[]): ProblemCounts {
  const count = (level: Severity) => problems.filter(({ severity }) => severity === level).length;
  return { errors: count("error"), warnings: count("warning"), information: count("information") };
}
