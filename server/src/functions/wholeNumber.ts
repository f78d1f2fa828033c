import { isList, toText, type Value } from "./values.ts";

/** The whole number that a value is or spells, exact up to the twenty digits that 64 bits may need; undefined for anything else. */
export function wholeNumber(value: Value): bigint | undefined {
  if (value === null || isList(value)) return undefined;
  const text = toText(value).trim();
  return /^[+-]?0*\d{1,20}$/.test(text) ? BigInt(text.replace("+", "")) : undefined;
}
