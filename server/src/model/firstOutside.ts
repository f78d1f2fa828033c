import type { Span } from "../language/text.ts";
import type { Configuration } from "./configuration.ts";

/** The first mistake of the syntax that lies outside every mapping and test, and so may hide a test. */
export function firstOutside<P extends { readonly span: Span }>(
  { mappings, tests }: Configuration,
  mistakes: readonly P[],
): P | undefined {
  const blocks = [...mappings, ...tests];
  return mistakes.find(({ span: { start } }) => !blocks.some(({ span }) => span.start <= start && start <= span.end));
}
