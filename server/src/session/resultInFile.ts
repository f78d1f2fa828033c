import type { ProvisioningResult, ScopeReport } from "../engine/result.ts";
import type { SourceMap } from "../language/sourceMap.ts";
import type { Span } from "../language/text.ts";

/** A result with its spans in the file. */
export function resultInFile(result: ProvisioningResult, map: SourceMap): ProvisioningResult {
  const attributes = result.attributes.map(attribute => placed(attribute, map));
  const { delta } = result;
  return {
    ...result,
    scope: scopeInFile(result.scope, map),
    attributes,
    ...(delta && { delta: { ...delta, attributes: delta.attributes.map(attribute => placed(attribute, map)) } }),
  };
}

/** A judged scope with its spans in the file. */
export function scopeInFile(scope: ScopeReport, map: SourceMap): ScopeReport {
  const filters = scope.filters.map(filter =>
    placed({ ...filter, clauses: filter.clauses.map(clause => placed(clause, map)) }, map),
  );
  return { ...scope, filters };
}

function placed<T extends { readonly span: Span }>(part: T, { toFile }: SourceMap): T {
  return { ...part, span: { start: toFile(part.span.start), end: toFile(part.span.end) } };
}
