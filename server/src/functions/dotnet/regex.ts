import { inspectCaptures, slotsIn } from "./regex/captures.ts";
import { parseRegex } from "./regex/parse.ts";
import { printRegex } from "./regex/print.ts";
import type { Refusal } from "./regex/scanner.ts";
import type { RegexNode } from "./regex/tree.ts";

export type { Refusal } from "./regex/scanner.ts";

/** A .NET regular expression in ECMAScript. `new RegExp(source, flags)` finds what .NET finds without RegexOptions. */
export interface TranslatedRegex {
  readonly kind: "regex";
  readonly source: string;
  readonly flags: "";
  /** All groups by .NET's number, 0 being the whole match. */
  readonly groups: readonly RegexGroup[];
  /** The names of the groups but the whole match; the name of an unnamed group is its number. */
  readonly groupNames: readonly string[];
}

/** A group of a .NET regular expression. */
export interface RegexGroup {
  readonly name: string;
  readonly number: number;
  /** The indices in an ECMAScript match that may hold its text; the last one that is set does. */
  readonly captures: readonly number[];
  /** False where ECMAScript may hold another text than .NET. */
  readonly exact: boolean;
}

/** Translates a pattern (.NET: regular expression language quick reference), or says why it has no exact translation. */
export function translateRegex(pattern: string): TranslatedRegex | Refusal {
  const draft = parseRegex(pattern, undefined);
  if (isRefusal(draft)) return draft;
  const numbers = numberSlots(draft);
  const tree = parseRegex(pattern, spellings(numbers));
  if (isRefusal(tree)) return tree;
  const { inexact, refusal } = inspectCaptures(tree);
  if (refusal !== undefined) return refusal;
  const { source, captures } = printRegex(tree);
  const groups = [...numbers].map(([name, number]) => ({
    name,
    number,
    captures: captures.get(name) ?? [],
    exact: !inexact.has(name),
  }));
  const whole: RegexGroup = { name: "0", number: 0, captures: [0], exact: true };
  return { kind: "regex", source, flags: "", groups: [whole, ...groups], groupNames: [...numbers.keys()] };
}

/** A translated pattern, compiled. */
export interface CompiledRegex {
  readonly kind: "compiled";
  readonly expression: RegExp;
  readonly groups: readonly RegexGroup[];
}

/** Translates and compiles; `g` finds every match, `d` records places. Translating is cheap, but worth doing once per pattern. */
export function compileRegex(pattern: string, flags: "" | "g" | "dg"): CompiledRegex | Refusal {
  const translated = translateRegex(pattern);
  if (translated.kind !== "regex") return translated;
  try {
    return { kind: "compiled", expression: new RegExp(translated.source, flags), groups: translated.groups };
  } catch {
    return { kind: "unsupported", message: "The pattern is too large.", position: 0 };
  }
}

function isRefusal(result: RegexNode | Refusal): result is Refusal {
  return result.kind === "invalid" || result.kind === "unsupported";
}

/** The number of each slot, in .NET's order: numbers ascending, then names as they appear, each with the lowest number free. */
function numberSlots(tree: RegexNode): ReadonlyMap<string, number> {
  const slots = [...new Set(slotsIn(tree))];
  const numbers = slots
    .filter(isNumber)
    .map(Number)
    .sort((left, right) => left - right);
  const result = new Map(numbers.map(number => [String(number), number]));
  let next = 1;
  for (const name of slots.filter(slot => !isNumber(slot))) {
    while (numbers.includes(next)) next++;
    result.set(name, next++);
  }
  return result;
}

/** Each slot by its name and by its number. */
function spellings(numbers: ReadonlyMap<string, number>): ReadonlyMap<string, string> {
  const byNumber = [...numbers].map(([name, number]) => [String(number), name] as const);
  return new Map([["0", "0"], ...byNumber, ...[...numbers.keys()].map(name => [name, name] as const)]);
}

function isNumber(slot: string): boolean {
  return /^\d+$/.test(slot);
}
