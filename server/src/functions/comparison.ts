import type { CallContext } from "./definition.ts";
import { trim, trimNumber } from "./dotnet/whiteSpace.ts";
import { type DateTime, isList, type Value, wholeText } from "./values.ts";

/** The operators of a condition. */
export const comparisonOperators = ["=", "<>", "<", "<=", ">", ">="] as const;
export type ComparisonOperator = (typeof comparisonOperators)[number];

/**
 * Whether `left operator right` holds (functions-for-customizing-application-data, IIF). Two values that read as numbers
 * compare as numbers, two dates in time, everything else as text by UTF-16 code unit. Nothing holds of an absent value:
 * an empty attribute is to be given as null, an empty constant as "".
 */
export function compare(operator: ComparisonOperator, left: Value, right: Value): boolean {
  if (isAbsent(left) || isAbsent(right)) return false;
  const order = orderOf(left, right);
  switch (operator) {
    case "=":
      return order === 0;
    case "<>":
      return order !== 0;
    case "<":
      return order < 0;
    case "<=":
      return order <= 0;
    case ">":
      return order > 0;
    case ">=":
      return order >= 0;
  }
}

/** `compare` with a right side that is known before the left one. */
export function comparingWith(operator: ComparisonOperator, right: Value): (left: Value) => boolean {
  const isPlainText = typeof right === "string" && asNumber(right) === undefined;
  if (isPlainText && operator === "=")
    return left => (typeof left === "string" ? left === right : compare(operator, left, right));
  if (isPlainText && operator === "<>")
    return left => (typeof left === "string" ? left !== right : compare(operator, left, right));
  return left => compare(operator, left, right);
}

/**
 * Whether a comparison holds of which one side is absent: it does not, which is assumed where it would hold of an empty
 * text in the place of the absent value.
 */
export function compareAbsent(
  operator: ComparisonOperator,
  left: Value,
  right: Value,
  { assumptions, assume }: CallContext,
): boolean {
  const holdsOfEmpty = compare(operator, isAbsent(left) ? "" : left, isAbsent(right) ? "" : right);
  if (holdsOfEmpty) assume("absentComparesFalse");
  return holdsOfEmpty && !assumptions.absentComparesFalse;
}

/** Whether a value given as a condition counts as true: True in any case of letters, or a number other than zero. */
export function isTrue(value: Value): boolean {
  if (value === null || typeof value === "boolean") return value === true;
  const number = asNumber(value);
  if (number !== undefined) return number < 0 || number > 0;
  return trim(wholeText(value)).toLowerCase() === "true";
}

/** True for null and the empty list. */
export function isAbsent(value: Value): boolean {
  return value === null || (isList(value) && value.length === 0);
}

/** Negative, zero or positive, as for a sort. */
function orderOf(left: Value, right: Value): number {
  if (isDateTime(left) && isDateTime(right)) return order(left.ticks, right.ticks);
  const leftNumber = asNumber(left);
  const rightNumber = asNumber(right);
  if (leftNumber !== undefined && rightNumber !== undefined) return order(leftNumber, rightNumber);
  return order(wholeText(left), wholeText(right));
}

function order<T extends string | number | bigint>(left: T, right: T): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The number that a value is or spells; whole numbers of a text are exact at any length. */
function asNumber(value: Value): number | bigint | undefined {
  if (typeof value === "number" || typeof value === "bigint") return value;
  if (value === null || typeof value === "boolean" || isDateTime(value)) return undefined;
  const text = trimNumber(wholeText(value));
  if (/^[+-]?\d+$/.test(text)) return BigInt(text.replace("+", ""));
  return /^[+-]?\d+\.\d+$/.test(text) ? Number(text) : undefined;
}

function isDateTime(value: Value): value is DateTime {
  return typeof value === "object" && value !== null && !isList(value);
}
