import type { BinaryOperation, Call, Expression } from "../language/expression/tree.ts";
import { argumentFor, calledFunction, calls } from "./calls.ts";
import { literalText } from "./literals.ts";

/** A condition that asks whether a value is there. */
export interface PresenceTest {
  readonly tested: Expression;
  /** What the condition is where the value is there. */
  readonly whenPresent: boolean;
  /** An empty text counts as absent, as it does for the key "" of Switch. */
  readonly emptyIsAbsent: boolean;
}

/** The test in a condition such as `IsPresent([mail])`, `Not(IsNull([mail]))` or `[mail] <> ""`; undefined where it asks something else. */
export function presenceTest(condition: Expression | undefined): PresenceTest | undefined {
  if (condition?.kind === "BinaryOperation") return testOfComparison(condition);
  return condition?.kind === "Call" ? testOfCall(condition) : undefined;
}

function testOfCall(call: Call): PresenceTest | undefined {
  if (calls(call, "Not")) return inverted(presenceTest(call.arguments[0]));
  const name = calledFunction(call)?.name;
  const tested = argumentFor(call, "Expression");
  if (tested === undefined) return undefined;
  switch (name) {
    case "IsPresent":
      return { tested, whenPresent: true, emptyIsAbsent: true };
    case "IsNullOrEmpty":
      return { tested, whenPresent: false, emptyIsAbsent: true };
    case "IsNull":
      return { tested, whenPresent: false, emptyIsAbsent: false };
    default:
      return undefined;
  }
}

function testOfComparison({ operator, left, right }: BinaryOperation): PresenceTest | undefined {
  const isEqual = operator.text === "=";
  if (!isEqual && operator.text !== "<>") return undefined;
  const [literal, other] = literalText(left) === undefined ? [right, left] : [left, right];
  const word = literalText(literal)?.toLowerCase();
  if (word === "") return { tested: other, whenPresent: !isEqual, emptyIsAbsent: true };
  const test = presenceTest(other);
  if (word !== "true" && word !== "false") return undefined;
  return (word === "true") === isEqual ? test : inverted(test);
}

function inverted(test: PresenceTest | undefined): PresenceTest | undefined {
  return test && { ...test, whenPresent: !test.whenPresent };
}
