import type { CallContext } from "../functions/definition.ts";
import {
  type Failure,
  failure,
  type IgnoredFlow,
  isFailure,
  isIgnored,
  type Result,
  type Value,
} from "../functions/values.ts";
import type { Span } from "../language/text.ts";

/** What a compiled node may look at while it runs. */
export interface Frame extends CallContext {
  readonly attributes: ReadonlyMap<string, Value>;
  /** What the parts of an observed expression gave, by their index; a part that was not evaluated has no entry. */
  readonly seen: Outcome[];
}

/** A failure that knows the node it comes from. */
export interface LocatedFailure extends Failure {
  readonly span: Span;
}

/** What a node gives: a value, or what ends the evaluation of everything around it. */
export type Outcome = Value | IgnoredFlow | LocatedFailure;

/** A node of an expression, compiled once and run for each object. */
export interface Node {
  readonly run: (frame: Frame) => Outcome;
  /** What it always gives, where that is known before there is an object. */
  readonly constant?: Value;
}

/** A failure at a place of the expression. */
export function failureAt(span: Span, message: string): LocatedFailure {
  return { ...failure(message), span };
}

/** A node that always fails, for what can be known to be wrong before it runs. */
export function failing(span: Span, message: string): Node {
  const failed = failureAt(span, message);
  return { run: () => failed };
}

/** A node that always gives this value. */
export function always(value: Value): Node {
  return { run: () => value, constant: value };
}

/** True for what is no value: an ignored flow or a failure, which become the result of the nodes around. */
export function interrupts<T extends Result | LocatedFailure>(result: T): result is Exclude<T, Value> {
  return isIgnored(result) || isFailure(result);
}
