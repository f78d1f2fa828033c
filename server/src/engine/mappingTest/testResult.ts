import type { Span } from "../../language/text.ts";
import type { FlowValue, StatedAssumption } from "../result.ts";

/** What came of a mapping test. Plain JSON; spans point into the text of the file. */
export type TestResult = TestThatRan | TestThatCannotRun;

export interface TestThatRan {
  readonly kind: "passed" | "failed";
  readonly name: string;
  /** The name's place. */
  readonly span: Span;
  /** In the order of the text. What is expected of attributes is not judged where the action is another one. */
  readonly expectations: readonly ExpectationResult[];
  /** What provisioning would do, in one or two sentences. */
  readonly summary: string;
  readonly assumptions: readonly StatedAssumption[];
}

export interface TestThatCannotRun {
  readonly kind: "error";
  readonly name: string;
  /** The place of what is in the way. */
  readonly span: Span;
  /** One or two sentences: what is in the way, and the remedy. */
  readonly reason: string;
}

/** One expectation with what came. */
export interface ExpectationResult {
  readonly kind: "action" | "reason" | "attribute";
  /** The target attribute; `action` or `reason` for these. */
  readonly name: string;
  readonly passed: boolean;
  readonly expected: FlowValue;
  readonly actual: FlowValue;
  /** Redact had a part in it: both values are masked. */
  readonly redacted?: true;
  /** Why an attribute holds what it does, where that needs words. */
  readonly note?: string;
  readonly span: Span;
}
