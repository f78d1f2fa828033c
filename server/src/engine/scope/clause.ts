import * as l10n from "@vscode/l10n";
import { sourceObjects } from "../../catalogue/index.ts";
import { findOperator, type OperatorFact } from "../../catalogue/operators.ts";
import type { StepBudget } from "../../functions/dotnet/regex/budget.ts";
import {
  type Failure,
  failure,
  isFailure,
  isList,
  isNullOrEmpty,
  type Scalar,
  toText,
  type Value,
} from "../../functions/values.ts";
import type { Clause } from "../../model/configuration.ts";
import type { EngineAssumption } from "../statedAssumptions.ts";
import { type ClauseTest, clauseTest } from "./clauseTest.ts";

/** Whether a clause holds for an object. */
export interface ClauseVerdict {
  readonly passed: boolean;
  /** One sentence that names the object's value; empty for a clause that holds, where nobody asks why. */
  readonly reason: string;
  /** The clause cannot be decided, so that nothing may be done for the object; the reason says why. */
  readonly failed?: true;
  readonly assumption?: EngineAssumption;
}

/** A clause with everything that does not depend on the object. */
export interface CompiledClause {
  readonly attribute: string;
  /** Whether it holds of the attribute's value; a failure where that cannot be decided. */
  readonly passes: (value: Value, budget: StepBudget) => boolean | Failure;
  /** Whatever an object has there decides it, as long as it has one value where Entra has one. */
  readonly decides: boolean;
  /** What passes, with its reason. */
  readonly judge: (value: Value, budget: StepBudget, reasons?: Reasons) => ClauseVerdict;
}

/** Which clauses are asked why. */
export type Reasons = "all" | "failing";

/** Compiles a clause, to be judged as define-conditional-rules-for-provisioning-user-accounts describes its operator: without a value all but IS NULL are false. */
export function compileClause(clause: Clause): CompiledClause {
  const attribute = clause.attribute.text;
  const operator = findOperator(clause.operator.text);
  if (operator === undefined)
    return undecidable(attribute, l10n.t`"${clause.operator.text}" is no operator of scoping filters.`);
  if (operator.arity === 2 && clause.value === undefined)
    return undecidable(attribute, l10n.t`${operator.name} needs a value to compare with.`);
  const test = clauseTest(operator.name, clause.value?.text ?? "");
  const multivalued = failure(l10n.t`${attribute} is multi-valued, which scoping filters do not support.`);
  const passes: CompiledClause["passes"] = (value, budget) => {
    if (typeof value === "string" && value !== "" && test !== undefined) return test.holds(value, budget);
    if (isNullOrEmpty(value)) return operator.name === "IS NULL";
    if (test === undefined) return presence(operator);
    if (isList(value)) return multivalued;
    return test.holds(value === null ? "" : toText(value), budget);
  };
  const decides = isSingleValued(attribute) && !(test === undefined ? isFailure(presence(operator)) : test.mayFail);
  return {
    attribute,
    passes,
    decides,
    judge: (value, budget, reasons = "all") => {
      const passed = passes(value, budget);
      const isAsked = reasons === "all" || passed !== true || test?.assumption !== undefined;
      return isAsked ? verdict(attribute, value, passed, test) : holding;
    },
  };
}

const holding: ClauseVerdict = { passed: true, reason: "" };

function isSingleValued(attribute: string): boolean {
  const facts = sourceObjects.flatMap(({ attributes }) => attributes.filter(({ name }) => name === attribute));
  return facts.length > 0 && facts.every(({ multivalued }) => !multivalued);
}

/** What IS NULL and IS NOT NULL say of a value that is there. */
function presence({ name }: OperatorFact): boolean | Failure {
  if (name === "IS NULL" || name === "IS NOT NULL") return name === "IS NOT NULL";
  return failure(l10n.t`${name} is not supported.`);
}

function undecidable(attribute: string, reason: string): CompiledClause {
  const failed = failure(reason);
  return { attribute, passes: () => failed, decides: false, judge: () => verdict(attribute, null, failed, undefined) };
}

function verdict(
  attribute: string,
  value: Value,
  passed: boolean | Failure,
  test: ClauseTest | undefined,
): ClauseVerdict {
  if (isFailure(passed)) return { passed: false, failed: true, reason: passed.message };
  if (isNullOrEmpty(value)) return { passed, reason: l10n.t`${attribute} has no value.` };
  if (test === undefined || value === null || isList(value))
    return { passed, reason: l10n.t`${attribute} has a value.` };
  const text = toText(value);
  const remark = test.remark?.(text, passed);
  const assumption = test.assumption?.(text);
  const reason =
    remark === undefined
      ? l10n.t`${attribute} is ${described(value)}.`
      : l10n.t`${attribute} is ${described(value)}; ${remark}`;
  return assumption === undefined ? { passed, reason } : { passed, reason, assumption };
}

/** A clause as the provisioning log shows it: `department EQUALS 'Marketing'`. */
export function clauseText({ attribute, operator, value }: Clause): string {
  const words = `${attribute.text} ${findOperator(operator.text)?.name ?? operator.text}`;
  return value === undefined ? words : `${words} '${value.text}'`;
}

function described(value: Scalar): string {
  return typeof value === "string" ? JSON.stringify(value) : toText(value);
}
