import type { DecidingClause, ImpactResult } from "../engine/impact/result.ts";
import type { SourceMap } from "../language/sourceMap.ts";
import type { Span } from "../language/text.ts";

/** A result with its spans in the files of the two versions. */
export function impactInFiles(result: ImpactResult, before: SourceMap, after: SourceMap): ImpactResult {
  const clauseInFile = <T extends DecidingClause>(clause: T): T => ({
    ...clause,
    span: spanInFile(clause.span, clause.version === "before" ? before : after),
  });
  return {
    ...result,
    mappings: result.mappings.map(({ filters, ...mapping }) => ({
      ...mapping,
      filters: filters.map(filter => ({ ...filter, span: spanInFile(filter.span, after) })),
      span: spanInFile(mapping.span, after),
    })),
    clauses: result.clauses.map(clauseInFile),
    people: result.people.map(({ people, ...listed }) => ({
      ...listed,
      people: people.map(person => (person.clause ? { ...person, clause: clauseInFile(person.clause) } : person)),
    })),
  };
}

function spanInFile({ start, end }: Span, { toFile }: SourceMap): Span {
  return { start: toFile(start), end: toFile(end) };
}
