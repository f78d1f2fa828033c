import type { AssumptionName } from "../../functions/assumptions.ts";
import type { Value } from "../../functions/values.ts";
import type { Span } from "../../language/text.ts";

/** What came of an expression, and the assumptions that had a part in it, each once. */
export interface Evaluation {
  readonly outcome: EvaluationOutcome;
  readonly assumptions: readonly AssumptionName[];
  /** Redact had a part in it: the value may flow and must not be shown. */
  readonly redacted?: true;
}
export type EvaluationOutcome =
  | { readonly kind: "value"; readonly value: Value }
  | { readonly kind: "ignored" }
  /** The whole object is left alone. */
  | { readonly kind: "objectIgnored" }
  | { readonly kind: "problem"; readonly message: string; readonly span: Span };
