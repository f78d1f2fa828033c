import * as l10n from "@vscode/l10n";
import { described } from "./described.ts";
import { trimNumber } from "./dotnet/whiteSpace.ts";
import { type Failure, failure, isList, toText, type Value } from "./values.ts";

/** The whole number of 64 bits that a value is or spells, exactly; a failure under the parameter's name for anything else. */
export function wholeNumber(name: string, value: Value): bigint | Failure {
  const text = value === null || isList(value) ? "" : trimNumber(toText(value));
  const number = /^[+-]?0*\d{1,19}$/.test(text) ? BigInt(text.replace("+", "")) : undefined;
  if (number !== undefined && BigInt.asIntN(64, number) === number) return number;
  return failure(l10n.t`${name} must be a whole number of 64 bits, not ${described(value)}.`);
}
