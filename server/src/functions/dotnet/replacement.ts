import * as l10n from "@vscode/l10n";
import { type Failure, failure } from "../values.ts";
import { largestNumber } from "./regex/scanner.ts";
import type { Match, RegexGroup } from "./regex.ts";

/** A piece of a replacement pattern. */
export type ReplacementPart =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "group"; readonly group: RegexGroup }
  | { readonly kind: "before" | "after" | "input" };

const token = /\$(?:(?<symbol>[$&`'+_])|(?<number>\d+)|\{(?<braced>[\p{L}\p{Mn}\p{Nd}\p{Pc}\u200c\u200d]+)\})/gu;

/**
 * Reads a replacement pattern (.NET: substitutions): `$1`, `${name}`, `$$`, `$&`, `` $` ``, `$'`, `$+` and `$_`.
 * A reference to a group that does not exist stays as it is written; all digits behind `$` make the number. A failure for
 * a number that is too large for .NET.
 */
export function parseReplacement(pattern: string, groups: readonly RegexGroup[]): readonly ReplacementPart[] | Failure {
  const parts: ReplacementPart[] = [];
  let end = 0;
  for (const match of pattern.matchAll(token)) {
    const { symbol, number, braced } = match.groups ?? {};
    if (Number(number ?? braced) > largestNumber) return failure(tooLarge(match[0]));
    const part = symbol === undefined ? referencePart(number ?? braced ?? "", groups) : symbolPart(symbol, groups);
    if (part === undefined) continue;
    parts.push({ kind: "text", text: pattern.slice(end, match.index) }, part);
    end = match.index + match[0].length;
  }
  return [...parts, { kind: "text", text: pattern.slice(end) }];
}

/** The names and numbers that a replacement pattern refers to in braces; `$${x}` is no reference. */
export function bracedReferences(pattern: string): readonly string[] {
  return Array.from(pattern.matchAll(token), ({ groups }) => groups?.braced).filter(name => name !== undefined);
}

function tooLarge(reference: string): string {
  return l10n.t`${reference} cannot be used: the number of a group is at most ${largestNumber}. Write $$ for a dollar sign.`;
}

/** The text that the replacement stands for at one match. */
export function expand(parts: readonly ReplacementPart[], match: Match): string {
  return parts.map(part => partText(part, match)).join("");
}

function partText(part: ReplacementPart, match: Match): string {
  switch (part.kind) {
    case "text":
      return part.text;
    case "group":
      return match.textOf(part.group) ?? "";
    case "before":
      return match.input.slice(0, match.start);
    case "after":
      return match.input.slice(match.end);
    case "input":
      return match.input;
  }
}

function referencePart(name: string, groups: readonly RegexGroup[]): ReplacementPart | undefined {
  const group = groups.find(each => (/^\d+$/.test(name) ? each.number === Number(name) : each.name === name));
  return group && { kind: "group", group };
}

function symbolPart(symbol: string, groups: readonly RegexGroup[]): ReplacementPart | undefined {
  switch (symbol) {
    case "$":
      return { kind: "text", text: "$" };
    case "&":
      return referencePart("0", groups);
    case "+":
      return referencePart(String(Math.max(...groups.map(group => group.number))), groups);
    case "`":
      return { kind: "before" };
    case "'":
      return { kind: "after" };
    default:
      return { kind: "input" };
  }
}
