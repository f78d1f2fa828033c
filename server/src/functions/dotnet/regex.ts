import * as l10n from "@vscode/l10n";
import { type Failure, failure } from "../values.ts";
import { mostSteps } from "./regex/ambiguity/growth.ts";
import type { StepBudget } from "./regex/budget.ts";
import { nativeSearch } from "./regex/ecmascript/nativeSearch.ts";
import { groupsOf, type RegexGroup, spellings, wholeMatch } from "./regex/groups.ts";
import { machineSearch } from "./regex/machine/machineSearch.ts";
import { parseRegex } from "./regex/parse.ts";
import type { Refusal } from "./regex/scanner.ts";
import type { Match, PlacedMatch, Search, Substitute } from "./regex/search.ts";
import type { RegexNode } from "./regex/tree.ts";

export type { RegexGroup } from "./regex/groups.ts";
export type { Refusal } from "./regex/scanner.ts";
export type { Match, PlacedMatch } from "./regex/search.ts";

/** A .NET regular expression as it is without RegexOptions. */
export interface Regex {
  readonly kind: "regex";
  readonly tree: RegexNode;
  /** All groups, the whole match first. */
  readonly groups: readonly RegexGroup[];
}

/** Reads a pattern (.NET: regular expression language quick reference), or says why it cannot be used. */
export function readRegex(pattern: string): Regex | Refusal {
  const draft = parseRegex(pattern, undefined);
  if (draft.refusal?.kind === "invalid") return draft.refusal;
  const groups = groupsOf(draft.tree, draft.unnamed);
  const { tree, refusal } = parseRegex(pattern, spellings(groups));
  return refusal ?? { kind: "regex", tree, groups: [wholeMatch, ...groups] };
}

/** A pattern, ready to be run over any number of texts. What takes more steps than the budget has left is a failure. */
export interface CompiledRegex {
  readonly kind: "compiled";
  /** All groups, the whole match first. */
  readonly groups: readonly RegexGroup[];
  /** Whether it matches anywhere. */
  readonly test: (text: string, budget: StepBudget) => boolean | Failure;
  readonly firstMatch: (text: string, budget: StepBudget) => Match | undefined | Failure;
  /** The text with something else in the place of every match. */
  readonly replaceMatches: (
    text: string,
    budget: StepBudget,
    replacement: (match: Match) => string,
  ) => string | Failure;
  /** What puts a text in the place of the group's text in every match that has it. */
  readonly groupReplacer: (group: RegexGroup, replacement: string) => Replacer;
}

/** Replaces what a pattern finds in a text. */
export type Replacer = (text: string, budget: StepBudget) => string | Failure;

/** Compiles a pattern. That costs far more than running it over one value: do it once. */
export function compileRegex(pattern: string): CompiledRegex | Refusal {
  const regex = readRegex(pattern);
  if (regex.kind !== "regex") return regex;
  const { tree, groups } = regex;
  const searchFor = searches(tree);
  const wholes = new Set(["0", ...wholeGroups(tree)]);
  return {
    kind: "compiled",
    groups,
    test: (text, budget) => withinBudget(budget, searchFor(text, budget).test(text, budget)),
    firstMatch: (text, budget) => withinBudget(budget, searchFor(text, budget).find(text, 0, 0, budget)),
    replaceMatches: (text, budget, replacement) =>
      withinBudget(budget, replaceEach(text, budget, searchFor(text, budget).find, replacement)),
    groupReplacer: (group, replacement) =>
      wholes.has(group.name) ? matchReplacer(searchFor, replacement) : partReplacer(searchFor, group, replacement),
  };
}

type SearchFor = (text: string, budget: StepBudget) => Search;

function matchReplacer(searchFor: SearchFor, replacement: string): Replacer {
  const substitute: Substitute = { text: replacement, escaped: replacement.replaceAll("$", "$$$$") };
  return (text, budget) => {
    const { find, replaceAll } = searchFor(text, budget);
    if (replaceAll !== undefined) return replaceAll(text, substitute);
    return withinBudget(
      budget,
      replaceEach(text, budget, find, () => replacement),
    );
  };
}

function partReplacer(searchFor: SearchFor, group: RegexGroup, replacement: string): Replacer {
  const replace = (match: PlacedMatch) => withoutGroup(match, group, replacement);
  return (text, budget) => {
    const { findPlaced } = searchFor(text, budget);
    return withinBudget(budget, replaceEach(text, budget, findPlaced, replace));
  };
}

/** Which way to run a pattern: the fast one, where even its worst case lies within the budget. */
function searches(tree: RegexNode): SearchFor {
  const native = nativeSearch(tree);
  const bound = native && mostSteps(tree);
  let machine: Search | undefined;
  return (text, budget) => {
    const steps = bound?.(text.length) ?? Number.POSITIVE_INFINITY;
    if (native !== undefined && steps <= budget.left) {
      budget.left -= Math.floor(steps * nativeShare);
      return native;
    }
    machine ??= machineSearch(tree);
    return machine;
  };
}

/** What a native run is charged of its worst case, so that any number of them comes to an end too. */
const nativeShare = 1 / 64;

function withinBudget<T>({ left, limit }: StepBudget, result: T): T | Failure {
  if (left >= 0) return result;
  return failure(
    l10n.t`the pattern took more than ${limit.toLocaleString("en-US")} steps on this value, which is the limit. Change it so that it can match a text in one way only.`,
  );
}

type Find<M extends Match> = (text: string, at: number, searchStart: number, budget: StepBudget) => M | undefined;

/** The text with every match replaced; behind an empty match the search goes on one character further. */
function replaceEach<M extends Match>(
  text: string,
  budget: StepBudget,
  find: Find<M>,
  replacement: (match: M) => string,
): string {
  let result = "";
  let end = 0;
  for (let at = 0; at <= text.length; ) {
    const match = find(text, at, end, budget);
    if (match === undefined) break;
    result += text.slice(end, match.start) + replacement(match);
    end = match.end;
    at = match.start === end ? end + 1 : end;
  }
  return result + text.slice(end);
}

function withoutGroup({ input, start, end, rangeOf }: PlacedMatch, group: RegexGroup, replacement: string): string {
  const range = rangeOf(group);
  if (range === undefined || range.start < start || range.end > end) return input.slice(start, end);
  return input.slice(start, range.start) + replacement + input.slice(range.end, end);
}

/** The groups that are the whole pattern, so that their text is every match. */
function wholeGroups(node: RegexNode): readonly string[] {
  if (node.kind === "Capture") return [node.slot, ...wholeGroups(node.body)];
  const [only, another] = node.kind === "Sequence" ? node.items : [];
  return only === undefined || another !== undefined ? [] : wholeGroups(only);
}
