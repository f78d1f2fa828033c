import { type CompiledRegex, compileRegex, type RegexGroup } from "./dotnet/regex.ts";
import { captured, expand, parseReplacement } from "./dotnet/replacement.ts";
import { type Failure, failure, isFailure, type Result } from "./values.ts";

/** What Replace was given behind its source: an omitted argument is undefined, an absent attribute null. */
export interface Arguments {
  readonly find: string | null | undefined;
  readonly regularExpression: string | null | undefined;
  readonly groupName: string | null | undefined;
  readonly replacement: string | null | undefined;
  readonly otherAttribute: string | null | undefined;
  readonly template: string | null | undefined;
}

type Mode = (source: string | null, values: Arguments) => Result;

/** The ways in which Replace works, by the names of the arguments that are given. */
export const modes: Readonly<Record<string, Mode>> = {
  "find replacement": onText((source, { find, replacement }) => replaceText(source, find, replacement)),
  "find template": onText((source, { find, template }) => replaceText(template ?? "", find, source)),
  "regularExpression replacement": onText(replaceMatches),
  "regularExpression groupName replacement": onText(replaceGroup),
  "regularExpression groupName otherAttribute": (source, values) => source || takeGroup(values),
};

/** A mode that has no result for an absent source. */
function onText(mode: (source: string, values: Arguments) => Result): Mode {
  return (source, values) => (source === null ? null : mode(source, values));
}

function replaceText(text: string, find: string | null | undefined, replacement: string | null | undefined): Result {
  if (!find) return failure("oldValue is empty, so there is nothing to find.");
  return text.replaceAll(find, () => replacement ?? "");
}

function replaceMatches(source: string, { regularExpression, replacement }: Arguments): Result {
  const regex = compile(regularExpression, "g");
  if (isFailure(regex)) return regex;
  const parts = parseReplacement(replacement ?? "", regex.groups);
  const inexact = parts.find(part => part.kind === "group" && !part.group.exact);
  if (inexact?.kind === "group") return inexactGroup(inexact.group);
  return replaceEach(source, regex.expression, match => expand(parts, match));
}

function replaceGroup(source: string, { regularExpression, groupName, replacement }: Arguments): Result {
  const regex = compile(regularExpression, "dg");
  if (isFailure(regex)) return regex;
  const group = findGroup(regex, groupName);
  if (isFailure(group)) return group;
  return replaceEach(source, regex.expression, match => {
    const place = placeInMatch(group, match);
    if (place === undefined) return match[0];
    return match[0].slice(0, place.start) + (replacement ?? "") + match[0].slice(place.end);
  });
}

function takeGroup({ regularExpression, groupName, otherAttribute }: Arguments): Result {
  const regex = compile(regularExpression, "");
  if (isFailure(regex)) return regex;
  const group = findGroup(regex, groupName);
  if (isFailure(group)) return group;
  const match = regex.expression.exec(otherAttribute ?? "");
  return match && (match[captured(group, match) ?? -1] ?? null);
}

function compile(pattern: string | null | undefined, flags: "" | "g" | "dg"): CompiledRegex | Failure {
  const regex = compileRegex(pattern ?? "", flags);
  return regex.kind === "compiled" ? regex : failure(`regexPattern cannot be used: ${regex.message}`);
}

function findGroup({ groups }: CompiledRegex, name: string | null | undefined): RegexGroup | Failure {
  const group = groups.find(each => each.name === name);
  if (group === undefined) return failure(`regexPattern has no group named "${name ?? ""}".`);
  return group.exact ? group : inexactGroup(group);
}

function inexactGroup({ name }: RegexGroup): Failure {
  return failure(`regexPattern repeats the group ${name} in a way whose result is not reproduced exactly.`);
}

/** The text with every match replaced; `expression` has the flag g. */
function replaceEach(text: string, expression: RegExp, replacement: (match: RegExpExecArray) => string): string {
  let result = "";
  let end = 0;
  for (const match of text.matchAll(expression)) {
    result += text.slice(end, match.index) + replacement(match);
    end = match.index + match[0].length;
  }
  return result + text.slice(end);
}

/** Where the group's text is inside the match; undefined where it is absent or, as in a lookahead, outside. */
function placeInMatch(group: RegexGroup, match: RegExpExecArray) {
  const indices = match.indices?.[captured(group, match) ?? -1];
  if (indices === undefined) return undefined;
  const [start, end] = [indices[0] - match.index, indices[1] - match.index];
  return start < 0 || end > match[0].length ? undefined : { start, end };
}
