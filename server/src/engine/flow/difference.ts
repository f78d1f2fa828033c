import { jsonObject } from "../requests/targetValue.ts";
import type { FlowValue } from "../result.ts";

/** True where two values of one attribute are the same to Entra: in any case unless it is `caseExact`, lists in any order. */
export function sameValue(left: FlowValue, right: FlowValue, caseExact: boolean): boolean {
  if (isOne(left) && isOne(right))
    return left === right || (left !== null && right !== null && key(left, caseExact) === key(right, caseExact));
  const [lefts, rights] = [keys(left, caseExact), keys(right, caseExact)];
  return lefts.size === rights.size && [...lefts].every(text => rights.has(text));
}

function isOne(value: FlowValue): value is string | null {
  return value === null || typeof value === "string";
}

/** The values that are not among the others. */
export function valuesBeyond(values: readonly string[], others: FlowValue, caseExact: boolean): readonly string[] {
  const known = keys(others, caseExact);
  return values.filter(value => !known.has(key(value, caseExact)));
}

function keys(value: FlowValue, caseExact: boolean): ReadonlySet<string> {
  const texts = value === null ? [] : typeof value === "string" ? [value] : value;
  return new Set(texts.map(text => key(text, caseExact)));
}

/** A role is known by its value, in whatever form the target keeps the rest of it. */
function key(text: string, caseExact: boolean): string {
  const value = jsonObject(text)?.value;
  const known = typeof value === "string" ? value : text;
  return caseExact ? known : known.toLowerCase();
}
