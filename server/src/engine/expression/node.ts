import type { CallContext } from "../../functions/definition.ts";
import {
  type Failure,
  failure,
  type IgnoredFlow,
  isFailure,
  isIgnored,
  type Result,
  type Value,
} from "../../functions/values.ts";
import type { Span } from "../../language/text.ts";

/** What a compiled node may look at while it runs. */
export interface Frame extends CallContext {
  /** What the object has in the attributes that are read, by their number. */
  readonly values: readonly Value[];
  /** What the parts of an observed expression gave, by their index; a part that was not evaluated has no entry. */
  readonly seen: (Outcome | undefined)[];
}

/** A failure that knows the node it comes from. */
export interface LocatedFailure extends Failure {
  readonly span: Span;
}

/** What a node gives: a value, or what ends the evaluation of everything around it. */
export type Outcome = Value | IgnoredFlow | LocatedFailure;

/** A node of an expression, compiled once and run for each object. All nodes have one shape, which the runtime reads fastest. */
export interface Node {
  readonly run: (frame: Frame) => Outcome;
  /** What it always gives, where that is known before there is an object. */
  readonly constant: Value | undefined;
  /** The number of the attribute that it gives, where it gives one as it is. */
  readonly attribute: number | undefined;
  /** It always fails, and evaluates nothing for that. */
  readonly fails: boolean;
}

/** A node that has to be run. */
export function running(run: Node["run"]): Node {
  return { run, constant: undefined, attribute: undefined, fails: false };
}

/** A node that always gives this value. */
export function always(value: Value): Node {
  return { run: () => value, constant: value, attribute: undefined, fails: false };
}

/** A node that gives the attribute of this number. */
export function attributeNode(attribute: number): Node {
  return { run: ({ values }) => values[attribute] ?? null, constant: undefined, attribute, fails: false };
}

/** What a node gives. Attributes are most of what is read, and are spared a call. */
export function read(node: Node, frame: Frame): Outcome {
  return node.attribute === undefined ? node.run(frame) : (frame.values[node.attribute] ?? null);
}

/** A failure at a place of the expression. */
export function failureAt(span: Span, message: string): LocatedFailure {
  return { ...failure(message), span };
}

/** A node that always fails, for what can be known to be wrong before it runs. */
export function failing(span: Span, message: string): Node {
  const failed = failureAt(span, message);
  return { run: () => failed, constant: undefined, attribute: undefined, fails: true };
}

/** True for what is no value: an ignored flow or a failure, which become the result of the nodes around. */
export function interrupts<T extends Result | LocatedFailure>(result: T): result is Exclude<T, Value> {
  return isIgnored(result) || isFailure(result);
}
