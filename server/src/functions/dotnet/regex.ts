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
  const names = slotsInOrder(draft);
  const tree = parseRegex(pattern, new Set(["0", ...names]));
  if (isRefusal(tree)) return tree;
  const { inexact, refusal } = inspectCaptures(tree);
  if (refusal !== undefined) return refusal;
  const { source, captures } = printRegex(tree);
  const groups = numbered(names).map(([name, number]) => ({
    name,
    number,
    captures: name === "0" ? [0] : (captures.get(name) ?? []),
    exact: !inexact.has(name),
  }));
  return { kind: "regex", source, flags: "", groups, groupNames: names };
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

/** Every slot once, numbers first and ascending, then names as they appear: the order in which .NET numbers groups. */
function slotsInOrder(tree: RegexNode): readonly string[] {
  const slots = [...new Set(slotsIn(tree))];
  const numbers = slots.filter(isNumber).sort((left, right) => Number(left) - Number(right));
  return [...numbers, ...slots.filter(slot => !isNumber(slot))];
}

/** Each slot with its number; a name takes the lowest number that is free. */
function numbered(names: readonly string[]): readonly (readonly [name: string, number: number])[] {
  const taken = new Set(names.filter(isNumber).map(Number));
  let next = 1;
  const numberOf = (name: string) => {
    if (isNumber(name)) return Number(name);
    while (taken.has(next)) next++;
    return next++;
  };
  return [["0", 0], ...names.map(name => [name, numberOf(name)] as const)];
}

function isNumber(slot: string): boolean {
  return /^\d+$/.test(slot);
}
