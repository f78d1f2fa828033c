import * as l10n from "@vscode/l10n";
import type { AttributeFact } from "../../catalogue/attribute.ts";
import { isNullOrEmpty } from "../../functions/values.ts";
import type { Expectation, ExpectedMember, ExpectedValue } from "../../model/mappingTest.ts";
import type { Course } from "../course.ts";
import { readTarget } from "../paths/readTarget.ts";
import { parseTargetPath } from "../paths/targetPath.ts";
import { shownValue } from "../redaction.ts";
import { jsonObject } from "../requests/targetValue.ts";
import type { AttributeFlow, FlowValue, ProvisioningResult } from "../result.ts";
import type { ExpectationResult } from "./testResult.ts";

/** Compares what is expected with what came. What follows from the action is judged only where the action is the expected one. */
export function judge(
  { action, reason, attributes }: Expectation,
  course: Course,
  result: ProvisioningResult,
): readonly ExpectationResult[] {
  const acted: ExpectationResult = {
    kind: "action",
    name: "action",
    passed: action.text === result.action,
    expected: action.text,
    actual: result.action,
    span: action.span,
  };
  if (!acted.passed) return [acted];
  const reasons = reason === undefined ? [] : [judgeReason(reason, result)];
  return [acted, ...reasons, ...attributes.map(member => judgeAttribute(member, course, result))];
}

/** A code is the same in every language; a part of the sentence is one of the language that is spoken. */
function judgeReason({ value, span }: ExpectedMember, { onDemand, summary }: ProvisioningResult): ExpectationResult {
  const { skipReason, errorCode } = onDemand.statusInfo;
  const actual = skipReason ?? errorCode ?? null;
  const expected = value ?? null;
  const passed = typeof expected === "string" && (expected === actual || summary.includes(expected));
  return { kind: "reason", name: "reason", passed, expected, actual, span };
}

function judgeAttribute(
  { name, value, span }: ExpectedMember,
  course: Course,
  { action, attributes }: ProvisioningResult,
): ExpectationResult {
  const held = action === "delete" ? null : heldAfter(name.text, course);
  const mapped = course.mapped.find(({ compiled }) => compiled.mapping.target.text === name.text);
  const redacted = mapped?.redacted !== undefined;
  const note = noteOn(attributes.find(({ target }) => target === name.text));
  return {
    kind: "attribute",
    name: name.text,
    passed: value !== undefined && isExpected(value, held, mapped?.compiled.fact),
    expected: shownValue(value ?? null, redacted),
    actual: shownValue(held, redacted),
    ...(redacted && { redacted }),
    ...(note !== undefined && { note }),
    span,
  };
}

/** What the target holds of an attribute when the run is over; of one that is not mapped, what it held before. */
function heldAfter(name: string, { flows, match }: Course): FlowValue {
  const flow = flows.find(({ row }) => row.target === name);
  if (flow !== undefined) return flow.holds;
  const path = parseTargetPath(name);
  const resource = match?.found?.resource;
  return resource === undefined || path.kind === "invalid" ? null : readTarget(resource, path);
}

function noteOn(row: AttributeFlow | undefined): string | undefined {
  if (row?.why === "reference") return l10n.t("A reference finds nobody here: a test holds no object but its own.");
  return row?.problem;
}

/** The same texts in any order; an empty text is no value. */
function isExpected(expected: ExpectedValue, actual: FlowValue, fact: AttributeFact | undefined): boolean {
  const rest = [...texts(actual)];
  const wanted = texts(expected);
  return (
    wanted.length === rest.length &&
    wanted.every(text => {
      const index = rest.findIndex(candidate => isText(text, candidate, fact));
      if (index >= 0) rest.splice(index, 1);
      return index >= 0;
    })
  );
}

function texts(value: FlowValue): readonly string[] {
  if (value === null || isNullOrEmpty(value)) return [];
  return typeof value === "string" ? [value] : value;
}

/** A role, whose text is JSON, is known by its value as well. */
function isText(expected: string, actual: string, fact: AttributeFact | undefined): boolean {
  if (expected === actual || jsonObject(actual)?.value === expected) return true;
  return fact?.type === "Boolean" && expected.toLowerCase() === actual.toLowerCase();
}
