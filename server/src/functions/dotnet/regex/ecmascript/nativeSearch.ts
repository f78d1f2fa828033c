import { replaceText } from "../../replaceText.ts";
import type { RegexGroup } from "../groups.ts";
import type { Match, PlacedMatch, Search } from "../search.ts";
import type { RegexNode } from "../tree.ts";
import { behavesAlike } from "./behavesAlike.ts";
import { literalOf } from "./literalOf.ts";
import { printRegex } from "./print.ts";

/** The pattern as an ECMAScript one, which is fast and cannot be interrupted; undefined where it has no exact translation. */
export function nativeSearch(tree: RegexNode): Search | undefined {
  if (!behavesAlike(tree)) return undefined;
  const { source, captures } = printRegex(tree);
  const indices = new Map([...captures, ["0", [0]]]);
  const expression = compiled(source, "g");
  const placed = compiled(source, "dg");
  if (expression === undefined || placed === undefined) return undefined;
  const literal = literalOf(tree);
  return {
    test: text => {
      expression.lastIndex = 0;
      return expression.test(text);
    },
    find: (text, at) => {
      expression.lastIndex = at;
      const found = expression.exec(text);
      return found === null ? undefined : matchOf(found, indices);
    },
    findPlaced: (text, at) => {
      placed.lastIndex = at;
      const found = placed.exec(text);
      return found === null ? undefined : placedMatchOf(found, indices);
    },
    replaceAll: literal
      ? (text, substitute) => replaceText(text, literal, substitute.text)
      : (text, substitute) => text.replace(expression, substitute.escaped),
  };
}

/** Undefined where the runtime finds the pattern too large. */
function compiled(source: string, flags: "g" | "dg"): RegExp | undefined {
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}

/** The numbers of the ECMAScript groups that may hold a slot's text, by slot; the last one that is set does. */
type Indices = ReadonlyMap<string, readonly number[]>;

function matchOf(found: RegExpExecArray, indices: Indices): Match {
  return {
    input: found.input,
    start: found.index,
    end: found.index + found[0].length,
    textOf: group => found[indexOf(group, found, indices)],
  };
}

function placedMatchOf(found: RegExpExecArray, indices: Indices): PlacedMatch {
  return {
    ...matchOf(found, indices),
    rangeOf: group => {
      const range = found.indices?.[indexOf(group, found, indices)];
      return range && { start: range[0], end: range[1] };
    },
  };
}

function indexOf({ name }: RegexGroup, found: RegExpExecArray, indices: Indices): number {
  return indices.get(name)?.findLast(index => found[index] !== undefined) ?? -1;
}
