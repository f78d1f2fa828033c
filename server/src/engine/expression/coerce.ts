import * as l10n from "@vscode/l10n";
import type { CallContext, Parameter } from "../../functions/definition.ts";
import { described } from "../../functions/described.ts";
import { parseFreeDate } from "../../functions/dotnet/freeDate.ts";
import { trimNumber } from "../../functions/dotnet/whiteSpace.ts";
import { type Failure, failure, isFailure, isList, type Scalar, toText, type Value } from "../../functions/values.ts";

/**
 * The argument in the type of its parameter: text as string, integer and number as number, dateTime as an instant, list as
 * an array, anything else as it is. An empty list counts as null, but for a list parameter. A failure names the parameter.
 */
export function coerce(value: Value, parameter: Parameter, context: CallContext): Value | Failure {
  switch (parameter.type) {
    case "text":
      return typeof value === "string" ? value : toSingleText(value, parameter.name);
    case "integer":
      return toInteger(value, parameter.name);
    case "number":
      return toNumber(value, parameter.name);
    case "dateTime":
      return toDateTime(value, parameter.name, context);
    case "list":
      return toList(value);
    default:
      return value;
  }
}

function toSingleText(value: Value, name: string): string | null | Failure {
  if (!isList(value)) return value === null ? null : toText(value);
  if (value.length === 0) return null;
  return failure(l10n.t`${name} takes one text, not a list of ${value.length}. Pick one value with Item, or use Join.`);
}

function toInteger(value: Value, name: string): number | Failure {
  const number = isList(value) || value === null ? Number.NaN : integerOf(value);
  if (Number.isSafeInteger(number)) return number;
  if (Number.isInteger(number)) return failure(l10n.t`${name} is out of range: ${described(value)}.`);
  return failure(l10n.t`${name} must be a whole number, not ${described(value)}.`);
}

function integerOf(value: Scalar): number {
  if (typeof value === "number") return value;
  if (typeof value === "bigint") return Number(value);
  const text = typeof value === "string" ? trimNumber(value) : "";
  return /^[+-]?\d+$/.test(text) ? Number(text) : Number.NaN;
}

function toNumber(value: Value, name: string): number | Failure {
  const text = isList(value) || value === null ? "" : trimNumber(toText(value));
  return /^[+-]?\d+(?:\.\d+)?$/.test(text)
    ? Number(text)
    : failure(l10n.t`${name} must be a number, not ${described(value)}.`);
}

function toDateTime(value: Value, name: string, context: CallContext): Value | Failure {
  if (value === null || (isList(value) && value.length === 0)) {
    return failure(l10n.t`${name} is absent. Where that may be, choose another value with Switch or IIF.`);
  }
  if (isList(value)) return failure(l10n.t`${name} must be a date, not ${described(value)}.`);
  if (typeof value === "object") return value;
  const date = parseFreeDate(toText(value), context);
  return isFailure(date) ? failure(`${name}: ${date.message}`) : date;
}

function toList(value: Value): readonly Scalar[] {
  if (isList(value)) return value;
  return value === null ? [] : [value];
}
