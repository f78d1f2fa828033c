import * as l10n from "@vscode/l10n";
import { isNullOrEmpty } from "../../functions/values.ts";
import type { CompiledMapping } from "../flow/compiledMapping.ts";
import type { MappedValue } from "../flow/mappedValue.ts";
import type { TargetPath } from "../paths/targetPath.ts";
import { shownValue } from "../redaction.ts";
import type { StepFailure } from "../stepFailure.ts";

/** One query of the search for the target's object: the attribute, and the value that it is to have. */
export interface MatchQuestion {
  readonly precedence: number;
  readonly attribute: string;
  readonly path: TargetPath;
  readonly value: string;
  /** The value as it may be shown. */
  readonly shown: string;
  readonly caseExact: boolean;
}

/** The queries in the order of matching precedence, or why there are none. An attribute without a value is passed over. */
export function matchQuestions(mapped: readonly MappedValue[]): readonly MatchQuestion[] | StepFailure {
  const matching = mapped.filter(value => precedenceOf(value) !== undefined);
  const questions: MatchQuestion[] = [];
  for (const candidate of matching.toSorted((left, right) => (precedenceOf(left) ?? 0) - (precedenceOf(right) ?? 0))) {
    const question = questionOf(candidate);
    if (question !== undefined && "errorCode" in question) return question;
    if (question !== undefined) questions.push(question);
  }
  if (questions.length > 0) return questions;
  return matching.length === 0 ? noMatchingAttribute() : noMatchingValue(matching);
}

function precedenceOf({ compiled }: MappedValue): number | undefined {
  return compiled.mapping.matchingPrecedence;
}

function questionOf({ compiled, given, redacted }: MappedValue): MatchQuestion | StepFailure | undefined {
  const { mapping, path } = compiled;
  const attribute = mapping.target.text;
  if (given.kind === "problem") return unusable(attribute, given.message);
  if (given.kind === "candidates")
    return unusable(attribute, l10n.t("SelectUniqueValue is not for a matching attribute."));
  if (given.kind !== "value" || given.value === null || isNullOrEmpty(given.value)) return undefined;
  if (typeof given.value !== "string")
    return unusable(attribute, l10n.t("A matching attribute takes one value, not a list."));
  if (path.kind === "invalid") return unusable(attribute, path.message);
  return question(compiled, path, given.value, redacted !== undefined);
}

/** The query for the objects whose target attribute has this value. */
export function question(
  { mapping, fact }: CompiledMapping,
  path: TargetPath,
  value: string,
  redacted: boolean,
): MatchQuestion {
  return {
    precedence: mapping.matchingPrecedence ?? 0,
    attribute: mapping.target.text,
    path,
    value,
    shown: shownValue(value, redacted),
    caseExact: fact?.caseExact === true,
  };
}

function unusable(attribute: string, message: string): StepFailure {
  return {
    errorCode: "AttributeValidationFailed",
    reason: l10n.t`The matching attribute ${attribute} cannot be used: ${message}`,
    recommendedAction: l10n.t`Correct the mapping of ${attribute}.`,
  };
}

function noMatchingAttribute(): StepFailure {
  return {
    errorCode: "ImportSkipped",
    reason: l10n.t("No attribute mapping has a matching precedence."),
    recommendedAction: l10n.t("Put `match 1` behind the mapping of an attribute that is unique in the target."),
  };
}

function noMatchingValue(matching: readonly MappedValue[]): StepFailure {
  const sources = matching.map(({ compiled }) => `${compiled.mapping.target.text} <- ${compiled.source}`).join(", ");
  return {
    errorCode: "ImportSkipped",
    reason: l10n.t`No matching attribute has a value: ${sources}.`,
    recommendedAction: l10n.t("Give the object a value for it, or match by another attribute."),
  };
}
