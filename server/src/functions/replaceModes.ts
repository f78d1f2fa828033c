import type { CallContext } from "./definition.ts";
import { type CompiledRegex, compileRegex, type RegexGroup } from "./dotnet/regex.ts";
import { expand, parseReplacement } from "./dotnet/replacement.ts";
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

type Mode = (source: string | null, values: Arguments, context: CallContext) => Result;

/** The ways in which Replace works, by the names of the arguments that are given. */
export const modes: Readonly<Record<string, Mode>> = {
  "find replacement": onText((source, { find, replacement }) => replaceText(source, find, replacement)),
  "find template": onText((source, { find, template }) => replaceText(template ?? "", find, source)),
  "regularExpression replacement": onText(replaceMatches),
  "regularExpression groupName replacement": onText(replaceGroup),
  "regularExpression groupName otherAttribute": (source, values, context) => source || takeGroup(values, context),
};

/** A mode that has no result for an absent source. */
function onText(mode: (source: string, values: Arguments, context: CallContext) => Result): Mode {
  return (source, values, context) => (source === null ? null : mode(source, values, context));
}

function replaceText(text: string, find: string | null | undefined, replacement: string | null | undefined): Result {
  if (!find) return failure("oldValue is empty, so there is nothing to find.");
  return text.replaceAll(find, () => replacement ?? "");
}

function replaceMatches(source: string, { regularExpression, replacement }: Arguments, context: CallContext): Result {
  const regex = compile(regularExpression);
  if (isFailure(regex)) return regex;
  const parts = parseReplacement(replacement ?? "", regex.groups);
  return named(regex.replaceMatches(source, context.regexBudget, match => expand(parts, match)));
}

function replaceGroup(source: string, values: Arguments, context: CallContext): Result {
  const regex = compile(values.regularExpression);
  if (isFailure(regex)) return regex;
  const group = findGroup(regex, values.groupName);
  if (isFailure(group)) return group;
  return named(regex.replaceGroup(source, context.regexBudget, group, values.replacement ?? ""));
}

function takeGroup({ regularExpression, groupName, otherAttribute }: Arguments, context: CallContext): Result {
  const regex = compile(regularExpression);
  if (isFailure(regex)) return regex;
  const group = findGroup(regex, groupName);
  if (isFailure(group)) return group;
  const match = named(regex.firstMatch(otherAttribute ?? "", context.regexBudget));
  return isFailure(match) ? match : (match?.textOf(group) ?? null);
}

function compile(pattern: string | null | undefined): CompiledRegex | Failure {
  const regex = compileRegex(pattern ?? "");
  return regex.kind === "compiled" ? regex : failure(`regexPattern cannot be used: ${regex.message}`);
}

function findGroup({ groups }: CompiledRegex, name: string | null | undefined): RegexGroup | Failure {
  const group = groups.find(each => each.name === name);
  return group ?? failure(`regexPattern has no group named "${name ?? ""}".`);
}

/** A failure of the pattern under the name of its parameter. */
function named<T>(result: T | Failure): T | Failure {
  return isFailure(result) ? failure(`regexPattern: ${result.message}`) : result;
}
