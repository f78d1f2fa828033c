import * as l10n from "@vscode/l10n";
import { absentResult } from "./absentResult.ts";
import { ahead, type CallContext, type Known } from "./definition.ts";
import { type CompiledRegex, compileRegex, type RegexGroup, type Replacer } from "./dotnet/regex.ts";
import { expand, parseReplacement } from "./dotnet/replacement.ts";
import { replaceText } from "./dotnet/replaceText.ts";
import { type Failure, failure, isFailure, type Result } from "./values.ts";

/** An argument of Replace: undefined where it is omitted, null for an absent attribute. */
type Text = string | null | undefined;

/** What is known of the arguments behind the source. */
interface KnownArguments {
  readonly find: Known<Text>;
  readonly regularExpression: Known<Text>;
  readonly groupName: Known<Text>;
  readonly replacement: Known<Text>;
  readonly otherAttribute: Known<Text>;
  readonly template: Known<Text>;
}

type ReplaceCall = (
  source: string | null,
  find: Text,
  regularExpression: Text,
  groupName: Text,
  replacement: Text,
  otherAttribute: Text,
  template: Text,
  context: CallContext,
) => Result;

/** The ways in which Replace works, by the names of the arguments that are given. */
export const modes: Readonly<Record<string, (known: KnownArguments) => ReplaceCall>> = {
  "find replacement": () => (source, find, _pattern, _group, replacement, _other, _template, context) =>
    replaceFound(source, find, replacement, context),
  "find template": () => (source, find, _pattern, _group, _replacement, _other, template, context) =>
    source === null ? absentResult(context) : replaceFound(template ?? null, find, source, context),
  "regularExpression replacement": replaceMatches,
  "regularExpression groupName replacement": replaceGroup,
  "regularExpression groupName otherAttribute": takeGroup,
};

function replaceFound(text: string | null, find: Text, replacement: Text, context: CallContext): Result {
  if (text === null) return absentResult(context);
  if (!find) return failure(l10n.t("oldValue is empty, so there is nothing to find."));
  return replaceText(text, find, replacement ?? "");
}

function replaceMatches(known: KnownArguments): ReplaceCall {
  const regexOf = ahead([known.regularExpression], compile);
  const replacerOf = ahead([known.regularExpression, known.replacement], (pattern, replacement) => {
    const regex = regexOf(pattern);
    return isFailure(regex) ? regex : matchReplacer(regex, replacement ?? "");
  });
  return (source, _find, pattern, _group, replacement, _other, _template, context) =>
    replaceWith(source, replacerOf(pattern, replacement), context);
}

/** A replacement that refers to no group is put in as it is. */
function matchReplacer(regex: CompiledRegex, replacement: string): Replacer | Failure {
  const parts = parseReplacement(replacement, regex.groups);
  if (isFailure(parts)) return failure(`replacementValue: ${parts.message}`);
  const [whole] = regex.groups;
  if (whole !== undefined && parts.every(part => part.kind === "text"))
    return regex.groupReplacer(whole, parts.map(part => part.text).join(""));
  return (text, budget) => regex.replaceMatches(text, budget, match => expand(parts, match));
}

function replaceGroup(known: KnownArguments): ReplaceCall {
  const regexOf = ahead([known.regularExpression], compile);
  const replacerOf = ahead(
    [known.regularExpression, known.groupName, known.replacement],
    (pattern, groupName, replacement) => {
      const regex = regexOf(pattern);
      if (isFailure(regex)) return regex;
      const group = findGroup(regex, groupName);
      return isFailure(group) ? group : regex.groupReplacer(group, replacement ?? "");
    },
  );
  return (source, _find, pattern, groupName, replacement, _other, _template, context) =>
    replaceWith(source, replacerOf(pattern, groupName, replacement), context);
}

function replaceWith(source: string | null, replacer: Replacer | Failure, context: CallContext): Result {
  if (source === null) return absentResult(context);
  if (isFailure(replacer)) return replacer;
  return named(replacer(source, context.regexBudget));
}

function takeGroup(known: KnownArguments): ReplaceCall {
  const regexOf = ahead([known.regularExpression], compile);
  return (source, _find, pattern, groupName, _replacement, otherAttribute, _template, context) => {
    if (source) return source;
    const regex = regexOf(pattern);
    if (isFailure(regex)) return regex;
    const group = findGroup(regex, groupName);
    if (isFailure(group)) return group;
    if (typeof otherAttribute !== "string") return absentResult(context);
    const match = named(regex.firstMatch(otherAttribute, context.regexBudget));
    return isFailure(match) ? match : (match?.textOf(group) ?? resultForNoGroup(context));
  };
}

function resultForNoGroup({ assumptions, assume }: CallContext): Result {
  assume("missingGroupIsNull");
  return assumptions.missingGroupIsNull ? null : "";
}

function compile(pattern: Text): CompiledRegex | Failure {
  if (typeof pattern !== "string") return failure(l10n.t("regexPattern is absent, so there is nothing to find."));
  const regex = compileRegex(pattern);
  return regex.kind === "compiled" ? regex : failure(l10n.t`regexPattern cannot be used: ${regex.message}`);
}

function findGroup({ groups }: CompiledRegex, name: Text): RegexGroup | Failure {
  const group = groups.find(each => each.name === name);
  return group ?? failure(l10n.t`regexPattern has no group named "${name ?? ""}".`);
}

/** A failure of the pattern under the name of its parameter. */
function named<T>(result: T | Failure): T | Failure {
  return isFailure(result) ? failure(`regexPattern: ${result.message}`) : result;
}
