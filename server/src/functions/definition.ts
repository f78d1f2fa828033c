import type { AssumptionName, Assumptions } from "./assumptions.ts";
import type { StepBudget } from "./dotnet/regex/budget.ts";
import type { DateTime, Failure, IgnoredFlow, Result, Scalar, Value } from "./values.ts";

/** The types that the documentation gives to parameters and results. */
export type ParameterType = "text" | "integer" | "number" | "boolean" | "list" | "dateTime" | "any";

/**
 * One parameter of a built-in function. `T` is what its `call` receives after the evaluator has coerced the argument:
 * text as string, integer and number as number, dateTime as an instant, list as an array (null becomes the empty list), any
 * as it is.
 */
export interface Parameter<T = unknown> {
  /** The documentation's name. */
  readonly name: string;
  /** The key in Microsoft Graph's `attributeMappingSource.parameters`; the documentation's name where Graph's is not known. */
  readonly key: string;
  readonly type: ParameterType;
  readonly required: boolean;
  readonly summary: string;
  /** The words that may stand here, where only these may. */
  readonly words?: readonly string[];
  /** A list here makes the function apply to each of its values; null results are dropped. */
  readonly eachValue?: boolean;
  /** The result of the whole call when this argument is null. Absent: `call` receives the null. */
  readonly whenNull?: { readonly result: Value };
  /** Present where a comparison may stand as the argument: the keys that Graph gives to its parts. */
  readonly comparison?: ComparisonKeys;
  /** Evaluated only where it is chosen; its value is then that of the call. */
  readonly branch?: true;
  /** Never set; carries the type of the argument. */
  readonly argument?: T;
}

/** Graph's keys of the parts of a condition. A condition without an operator is the left part alone. */
export interface ComparisonKeys {
  readonly left: string;
  readonly operator: string;
  readonly right: string;
}

/** What the world gives to a call. Functions read time, chance and options from here and from nowhere else. */
export interface CallContext {
  /** The current instant, in milliseconds since 1970-01-01T00:00:00Z. */
  readonly now: () => number;
  /** A number in [0, 1). */
  readonly random: () => number;
  readonly assumptions: Assumptions;
  /** The settings of the provisioning job, by name. */
  readonly jobParameters: ReadonlyMap<string, string>;
  /** What the regular expressions of this evaluation may still take. */
  readonly regexBudget: StepBudget;
  /** Marks what the whole expression gives as not to be shown. */
  readonly redact: () => void;
  /** Records that this assumption changed, or may have changed, the value. */
  readonly assume: (name: AssumptionName) => void;
}

/**
 * An argument that is evaluated when it is run, and only then; `undefined` where it is omitted. What it needs and how it
 * fails is the evaluator's.
 */
export type LazyArgument<C = CallContext, F = Failure> = LazyValue<C, F> | undefined;

interface LazyValue<C, F> {
  readonly run: (context: C) => Value | IgnoredFlow | F;
  /** What it always gives, where that is known before there is an object. */
  readonly constant: Value | undefined;
}

/** What an argument gives, where it is not omitted. */
export function evaluated<C, F>(argument: LazyArgument<C, F>, context: C): Value | IgnoredFlow | F {
  if (argument === undefined) return null;
  return argument.constant === undefined ? argument.run(context) : argument.constant;
}

/** A lazy function fails only as its arguments do. */
type LazyCall = <C extends CallContext, F extends Failure>(
  values: readonly LazyArgument<C, F>[],
) => (context: C) => Value | IgnoredFlow | F;

/** The value of an argument that is known before there is an object, `undefined` being an omitted one; absent where it varies. */
export type Known<T = unknown> = { readonly value: T } | undefined;

/**
 * The one fact sheet of a built-in: completion, hover, signature help, checks, evaluation, the README's table and the tests
 * read this. What is told of it when it is looked up, remarks and examples, is in `documentedFunctions`.
 */
export interface FunctionDefinition {
  readonly name: string;
  /** Which of Microsoft's lists has it: application provisioning, cloud sync, or only Graph's `synchronizationSchema: functions`. */
  readonly profiles: readonly ("application" | "cloudSync" | "graph")[];
  readonly summary: string;
  readonly parameters: readonly Parameter[];
  /** The parameters that repeat, as a group, behind the others. */
  readonly repeating?: Repeating;
  readonly returns: ParameterType;
  /** Said of a call with too few arguments, where one mistake is common. */
  readonly tooFew?: string;
  /** Present where the function may not stand inside another. */
  readonly outermost?: true;
  /** How its list reaches an object that the target has: beside the values there, or in their place. Absent: as the mapping says. */
  readonly patch?: "Add" | "Replace";
  /** The page that documents it. */
  readonly source: string;
  readonly implementation: Implementation;
}

export interface Repeating {
  readonly group: readonly Parameter[];
  /** How many groups at least. */
  readonly minimum: number;
}

/**
 * How a call is computed, in two steps: `specialise` runs once for each call that is written, and what it gives once for
 * each object. `eager`: every argument is evaluated and coerced first, omitted ones are `undefined`; the first failure or
 * ignored flow among them is the result. `lazy`: each argument is evaluated where the function asks.
 */
export type Implementation =
  | { readonly kind: "eager"; readonly specialise: (known: readonly Known[]) => EagerCall }
  | { readonly kind: "lazy"; readonly specialise: LazyCall };

/** Computes a call from the values of its parameters, the context, and the values that repeat behind the parameters. */
export type EagerCall = (...valuesContextRest: readonly unknown[]) => Result;

type Arguments<P extends readonly Parameter[]> = {
  [K in keyof P]: P[K] extends Parameter<infer T> ? T : never;
};

type TypedCall<P extends readonly Parameter[]> = (
  ...valuesContextRest: [...Arguments<P>, context: CallContext, rest: readonly Value[]]
) => Result;

/** An eager implementation: `call` takes the arguments in the types of the parameters, the context, and the repeating arguments. */
export function eager<const P extends readonly Parameter[]>(parameters: P, call: TypedCall<P>): Implementation {
  return specialised(parameters, () => call);
}

/**
 * An eager implementation that does what it can before there is an object. `known` holds what is known of each parameter;
 * `ahead` makes of it what the call needs, as a regular expression of its pattern.
 */
export function specialised<const P extends readonly Parameter[]>(
  _parameters: P,
  specialise: (known: { [K in keyof P]: Known<Arguments<P>[K]> }) => TypedCall<P>,
): Implementation {
  return { kind: "eager", specialise: specialise as unknown as (known: readonly Known[]) => EagerCall };
}

/** What is made of some arguments: once where all are known, when it is first needed; else again at each call. */
export function ahead<A extends readonly unknown[], R>(
  known: { readonly [K in keyof A]: Known<A[K]> },
  make: (...values: A) => R,
): (...values: A) => R {
  const values = known.map(argument => argument?.value) as unknown as A;
  if (known.includes(undefined)) return make;
  let made: { readonly value: R } | undefined;
  return () => {
    made ??= { value: make(...values) };
    return made.value;
  };
}

/** A lazy implementation. */
export function lazy(specialise: LazyCall): Implementation {
  return { kind: "lazy", specialise };
}

interface ParameterFacts {
  readonly name: string;
  readonly key?: string;
  readonly summary: string;
  readonly words?: readonly string[];
  readonly eachValue?: boolean;
  readonly branch?: true;
}

/** A required text; null reaches the function. */
export function text(facts: ParameterFacts): Parameter<string | null> {
  return { key: facts.name, type: "text", required: true, ...facts };
}

/** A required text; when it is null, the call's result is `result` and the function is not called. */
export function textOr(result: Value, facts: ParameterFacts): Parameter<string> {
  return { key: facts.name, type: "text", required: true, whenNull: { result }, ...facts };
}

/** A text that may be omitted. */
export function optionalText(facts: ParameterFacts): Parameter<string | null | undefined> {
  return { key: facts.name, type: "text", required: false, ...facts };
}

/** A required whole number; a text that holds one is converted, anything else fails. */
export function integer(facts: ParameterFacts): Parameter<number> {
  return { key: facts.name, type: "integer", required: true, ...facts };
}

/** A whole number that may be omitted. */
export function optionalInteger(facts: ParameterFacts): Parameter<number | undefined> {
  return { key: facts.name, type: "integer", required: false, ...facts };
}

/** A required number, with or without decimals; a text that holds one is converted, anything else fails. */
export function number(facts: ParameterFacts): Parameter<number> {
  return { key: facts.name, type: "number", required: true, ...facts };
}

/** A required date; a text that states one is read, anything else fails. */
export function date(facts: ParameterFacts): Parameter<DateTime> {
  return { key: facts.name, type: "dateTime", required: true, ...facts };
}

/** A required list; a single value counts as a list of one, null as the empty list. */
export function list(facts: ParameterFacts): Parameter<readonly Scalar[]> {
  return { key: facts.name, type: "list", required: true, ...facts };
}

/** A required argument of any type, as it is. */
export function any(facts: ParameterFacts): Parameter<Value> {
  return { key: facts.name, type: "any", required: true, ...facts };
}

/** An argument of any type that may be omitted. */
export function optionalAny(facts: ParameterFacts): Parameter<Value | undefined> {
  return { key: facts.name, type: "any", required: false, ...facts };
}
