import { findOperator } from "../catalogue/operators.ts";
import { newBudget, type StepBudget } from "../functions/dotnet/regex/budget.ts";
import { compileRegex } from "../functions/dotnet/regex.ts";
import { isFailure, isList, isNullOrEmpty, type Scalar, toText, type Value } from "../functions/values.ts";
import type { Clause } from "../model/configuration.ts";
import type { EngineAssumption } from "./statedAssumptions.ts";

/** Whether a clause holds for an object, with one sentence that names the object's value. */
export interface ClauseVerdict {
  readonly passed: boolean;
  readonly reason: string;
  /** The clause cannot be decided, so that nothing may be done for the object; the reason says why. */
  readonly failed?: true;
  readonly assumption?: EngineAssumption;
}

/** Judges a clause as define-conditional-rules-for-provisioning-user-accounts describes its operator: without a value all but IS NULL are false. */
export function judgeClause(
  clause: Clause,
  attributes: ReadonlyMap<string, Value>,
  regexSteps?: number,
): ClauseVerdict {
  const name = clause.attribute.text;
  const operator = findOperator(clause.operator.text);
  if (operator === undefined) return undecided(`"${clause.operator.text}" is no operator of scoping filters.`);
  if (operator.arity === 2 && clause.value === undefined)
    return undecided(`${operator.name} needs a value to compare with.`);
  const value = attributes.get(name) ?? null;
  if (isNullOrEmpty(value)) return { passed: operator.name === "IS NULL", reason: `${name} has no value.` };
  if (operator.name === "IS NULL" || operator.name === "IS NOT NULL") {
    return { passed: operator.name === "IS NOT NULL", reason: `${name} has a value.` };
  }
  const scalar = isList(value) ? null : value;
  if (scalar === null) return undecided(`${name} is multi-valued, which scoping filters do not support.`);
  const held = `${name} is ${described(scalar)}`;
  const judged = tests[operator.name]?.(toText(scalar), clause.value?.text ?? "", newBudget(regexSteps));
  if (judged === undefined) return undecided(`${operator.name} is not supported.`);
  return { ...judged, reason: judged.reason === "" ? `${held}.` : `${held}; ${judged.reason}` };
}

/** A clause as the provisioning log shows it: `department EQUALS 'Marketing'`. */
export function clauseText({ attribute, operator, value }: Clause): string {
  const words = `${attribute.text} ${findOperator(operator.text)?.name ?? operator.text}`;
  return value === undefined ? words : `${words} '${value.text}'`;
}

function undecided(reason: string): ClauseVerdict {
  return { passed: false, failed: true, reason };
}

function described(value: Scalar): string {
  return typeof value === "string" ? JSON.stringify(value) : toText(value);
}

type Test = (value: string, operand: string, budget: StepBudget) => ClauseVerdict;

const tests: Readonly<Record<string, Test>> = {
  EQUALS: plain((value, operand) => value === operand),
  "NOT EQUALS": plain((value, operand) => value !== operand),
  "IS TRUE": plain(value => value.toLowerCase() === "true"),
  "IS FALSE": plain(value => value.toLowerCase() === "false"),
  INCLUDES: plain((value, operand) => value.includes(operand)),
  ENDS_WITH: plain((value, operand) => value.endsWith(operand)),
  GREATER_THAN: integers((value, operand) => value > operand),
  GREATER_THAN_OR_EQUALS: integers((value, operand) => value >= operand),
  "REGEX MATCH": (value, pattern, budget) => regexMatch(value, pattern, true, budget),
  "NOT REGEX MATCH": (value, pattern, budget) => regexMatch(value, pattern, false, budget),
  "&": (value, operand) => ampersand(value, operand, true),
  "!&": (value, operand) => ampersand(value, operand, false),
};

function plain(holds: (value: string, operand: string) => boolean): Test {
  return (value, operand) => ({ passed: holds(value, operand), reason: "" });
}

function integers(holds: (value: bigint, operand: bigint) => boolean): Test {
  return (value, operand) => {
    const [left, right] = [integerOf(value), integerOf(operand)];
    if (left === undefined || right === undefined) return { passed: false, reason: "both must be whole numbers." };
    return { passed: holds(left, right), reason: "" };
  };
}

function integerOf(text: string): bigint | undefined {
  return /^-?\d+$/.test(text) ? BigInt(text) : undefined;
}

function regexMatch(value: string, pattern: string, wanted: boolean, budget: StepBudget): ClauseVerdict {
  const regex = compileRegex(pattern);
  if (regex.kind !== "compiled") return undecided(`the pattern cannot be tested: ${regex.message}`);
  const matches = regex.test(value, budget);
  if (isFailure(matches)) return undecided(matches.message);
  return { passed: matches === wanted, reason: matches ? "the pattern matches." : "the pattern does not match." };
}

function ampersand(value: string, operand: string, wanted: boolean): ClauseVerdict {
  const [left, right] = [integerOf(value), integerOf(operand)];
  if (left !== undefined && right !== undefined) {
    const shared = (left & right) !== 0n;
    const reason = `read as a test of bits, it shares ${shared ? "at least one" : "none"} with ${operand}.`;
    return { passed: shared === wanted, reason, assumption: "ampersandTestsBits" };
  }
  const found = operand.includes(value);
  const reason = `read as a search for text, it ${found ? "occurs" : "does not occur"} in "${operand}".`;
  return { passed: found === wanted, reason, assumption: "ampersandFindsText" };
}
