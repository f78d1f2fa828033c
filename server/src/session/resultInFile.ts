import type { ProvisioningResult } from "../engine/result.ts";
import type { SourceMap } from "../language/sourceMap.ts";
import type { Span } from "../language/text.ts";

/** A result with its spans in the file. */
export function resultInFile(result: ProvisioningResult, { toFile }: SourceMap): ProvisioningResult {
  const placed = <T extends { readonly span: Span }>(part: T): T => ({
    ...part,
    span: { start: toFile(part.span.start), end: toFile(part.span.end) },
  });
  const filters = result.scope.filters.map(filter => placed({ ...filter, clauses: filter.clauses.map(placed) }));
  return { ...result, scope: { ...result.scope, filters }, attributes: result.attributes.map(placed) };
}
