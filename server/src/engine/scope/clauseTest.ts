import * as l10n from "@vscode/l10n";
import type { StepBudget } from "../../functions/dotnet/regex/budget.ts";
import { compileRegex } from "../../functions/dotnet/regex.ts";
import { type Failure, failure, isFailure } from "../../functions/values.ts";
import type { EngineAssumption } from "../statedAssumptions.ts";

/** What an operator of scoping filters asks of an attribute's text, the value of the clause being known. */
export interface ClauseTest {
  /** A failure where that cannot be decided. */
  readonly holds: (text: string, budget: StepBudget) => boolean | Failure;
  /** Some texts may leave it undecided. */
  readonly mayFail?: true;
  /** What is to be said beside the attribute's text; absent where that says enough. */
  readonly remark?: (text: string, holds: boolean) => string | undefined;
  readonly assumption?: (text: string) => EngineAssumption;
}

/** The test of an operator, by Graph's name of it; undefined for IS NULL, IS NOT NULL and what is no operator. */
export function clauseTest(operator: string, operand: string): ClauseTest | undefined {
  return tests[operator]?.(operand);
}

const tests: Readonly<Record<string, (operand: string) => ClauseTest>> = {
  EQUALS: operand => ({ holds: text => text === operand }),
  "NOT EQUALS": operand => ({ holds: text => text !== operand }),
  "IS TRUE": () => ({ holds: text => text === "True" || text.toLowerCase() === "true" }),
  "IS FALSE": () => ({ holds: text => text === "False" || text.toLowerCase() === "false" }),
  INCLUDES: operand => ({ holds: text => text.includes(operand) }),
  ENDS_WITH: operand => ({ holds: text => text.endsWith(operand) }),
  GREATER_THAN: integers((value, operand) => value > operand),
  GREATER_THAN_OR_EQUALS: integers((value, operand) => value >= operand),
  "REGEX MATCH": pattern => regexMatch(pattern, true),
  "NOT REGEX MATCH": pattern => regexMatch(pattern, false),
  "&": operand => ampersand(operand, true),
  "!&": operand => ampersand(operand, false),
};

function integers(holds: (value: bigint, operand: bigint) => boolean): (operand: string) => ClauseTest {
  return operand => {
    const right = integerOf(operand);
    return {
      holds: text => {
        const left = right === undefined ? undefined : integerOf(text);
        return left !== undefined && right !== undefined && holds(left, right);
      },
      remark: text =>
        right === undefined || integerOf(text) === undefined ? l10n.t("both must be whole numbers.") : undefined,
    };
  };
}

function integerOf(text: string): bigint | undefined {
  return /^-?\d+$/.test(text) ? BigInt(text) : undefined;
}

function regexMatch(pattern: string, wanted: boolean): ClauseTest {
  const regex = compileRegex(pattern);
  if (regex.kind !== "compiled") {
    const unusable = failure(l10n.t`the pattern cannot be tested: ${regex.message}`);
    return { holds: () => unusable, mayFail: true };
  }
  return {
    holds: (text, budget) => {
      const matches = regex.test(text, budget);
      return isFailure(matches) ? matches : matches === wanted;
    },
    mayFail: true,
    remark: (_, holds) => (holds === wanted ? l10n.t("the pattern matches.") : l10n.t("the pattern does not match.")),
  };
}

function ampersand(operand: string, wanted: boolean): ClauseTest {
  const right = integerOf(operand);
  const sharedBits = (text: string) => {
    const left = right === undefined ? undefined : integerOf(text);
    return left === undefined || right === undefined ? undefined : (left & right) !== 0n;
  };
  return {
    holds: text => (sharedBits(text) ?? operand.includes(text)) === wanted,
    remark: (text, holds) => {
      const found = holds === wanted;
      if (sharedBits(text) === undefined)
        return found
          ? l10n.t`read as a search for text, it occurs in "${operand}".`
          : l10n.t`read as a search for text, it does not occur in "${operand}".`;
      return found
        ? l10n.t`read as a test of bits, it shares at least one with ${operand}.`
        : l10n.t`read as a test of bits, it shares none with ${operand}.`;
    },
    assumption: text => (sharedBits(text) === undefined ? "ampersandFindsText" : "ampersandTestsBits"),
  };
}
