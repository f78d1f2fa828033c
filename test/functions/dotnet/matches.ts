import assert from "node:assert/strict";
import { newBudget } from "../../../server/src/functions/dotnet/regex/budget.ts";
import { nativeSearch } from "../../../server/src/functions/dotnet/regex/ecmascript/nativeSearch.ts";
import { machineSearch } from "../../../server/src/functions/dotnet/regex/machine/machineSearch.ts";
import type { Search } from "../../../server/src/functions/dotnet/regex/search.ts";
import { type RegexGroup, readRegex } from "../../../server/src/functions/dotnet/regex.ts";

/** A match: where it is, and the texts of the groups that took part, by name. */
export interface FoundMatch {
  readonly start: number;
  readonly end: number;
  readonly groups: Readonly<Record<string, string>>;
}

/** Every match that the machine finds. */
export function machineMatches(pattern: string, text: string): readonly FoundMatch[] {
  const { tree, groups } = whole(pattern);
  return all(machineSearch(tree), groups, text);
}

/** Every match that the translated pattern finds; undefined where the pattern has no translation. */
export function fastMatches(pattern: string, text: string): readonly FoundMatch[] | undefined {
  const { tree, groups } = whole(pattern);
  const search = nativeSearch(tree);
  return search && all(search, groups, text);
}

function whole(pattern: string) {
  const regex = readRegex(pattern);
  if (regex.kind !== "regex") assert.fail(`${pattern} is refused: ${regex.message}`);
  return regex;
}

function all({ findPlaced }: Search, groups: readonly RegexGroup[], text: string): readonly FoundMatch[] {
  const budget = newBudget();
  const found: FoundMatch[] = [];
  let [at, searchStart] = [0, 0];
  for (;;) {
    const match = at <= text.length ? findPlaced(text, at, searchStart, budget) : undefined;
    assert.ok(budget.left >= 0, "the budget ran out");
    if (match === undefined) return found;
    const { start, end, textOf } = match;
    const texts = groups.flatMap(group => {
      const value = textOf(group);
      return value === undefined ? [] : [[group.name, value] as const];
    });
    for (const group of groups) {
      const range = match.rangeOf(group);
      assert.equal(range && text.slice(range.start, range.end), textOf(group));
    }
    found.push({ start, end, groups: Object.fromEntries(texts) });
    searchStart = end;
    at = start === end ? end + 1 : end;
  }
}
