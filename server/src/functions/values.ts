import { fieldsOf } from "./dotnet/calendar.ts";

/**
 * An instant in the years 1 to 9999, in ticks: 100 ns each since 0001-01-01T00:00:00Z. Printed as `M/d/yyyy h:mm:ss tt` in
 * UTC (functions-for-customizing-application-data, CDate).
 */
export interface DateTime {
  readonly kind: "DateTime";
  readonly ticks: bigint;
}

/** What a single expression node can hold besides a list. */
export type Scalar = string | number | bigint | boolean | DateTime;

/**
 * What an expression evaluates to. `null` is an absent value; a list is a multi-valued attribute or the result of Split.
 * A complex element (an app role assignment) is the JSON text of its object.
 */
export type Value = null | Scalar | readonly Scalar[];

/** The marker of IgnoreFlowIfNullOrEmpty: the attribute is left out of the flow and the target keeps what it has. */
export const ignoredFlow = Symbol("flow ignored");

/** The marker of IgnoreObjectFlow: the object is left alone as a whole. */
export const ignoredObject = Symbol("object ignored");

export type IgnoredFlow = typeof ignoredFlow | typeof ignoredObject;

/** Why a call could not give a value, in words that name the argument. The evaluator adds the place. */
export interface Failure {
  readonly kind: "Failure";
  readonly message: string;
}

/** What a call gives back. */
export type Result = Value | IgnoredFlow | Failure;

/** A failure with the given message. */
export function failure(message: string): Failure {
  return { kind: "Failure", message };
}

/** The instant at these ticks. */
export function dateTime(ticks: bigint): DateTime {
  return { kind: "DateTime", ticks };
}

/** True for a failure, false for every value. */
export function isFailure(result: unknown): result is Failure {
  return typeof result === "object" && result !== null && (result as { kind?: unknown }).kind === "Failure";
}

/** True for what says that nothing flows. */
export function isIgnored(result: unknown): result is IgnoredFlow {
  return result === ignoredFlow || result === ignoredObject;
}

/** True for a list. */
export function isList(value: Value): value is readonly Scalar[] {
  return Array.isArray(value);
}

/** True for null, the empty string and the empty list. */
export function isNullOrEmpty(value: Value): boolean {
  return value === null || value === "" || (isList(value) && value.length === 0);
}

/** The text of a scalar as Entra prints it: booleans `True`/`False`, dates `M/d/yyyy h:mm:ss tt` in UTC, numbers invariant. */
export function toText(value: Scalar): string {
  switch (typeof value) {
    case "string":
      return value;
    case "boolean":
      return value ? "True" : "False";
    case "object":
      return dateText(value);
    default:
      return value.toString();
  }
}

/** The text of a whole value, for comparing: null is the empty text, and the values of a list are joined by commas. */
export function wholeText(value: Value): string {
  if (value === null) return "";
  return isList(value) ? value.map(toText).join(",") : toText(value);
}

function dateText({ ticks }: DateTime): string {
  const { year, month, day, hour, minute, second } = fieldsOf(ticks);
  const clock = [hour % 12 || 12, twoDigits(minute), twoDigits(second)].join(":");
  return `${month}/${day}/${year.toString().padStart(4, "0")} ${clock} ${hour < 12 ? "AM" : "PM"}`;
}

function twoDigits(value: number): string {
  return value.toString().padStart(2, "0");
}
