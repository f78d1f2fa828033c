import { isTrue } from "./comparison.ts";
import { any, evaluated, type FunctionDefinition, lazy } from "./definition.ts";
import { isFailure, isIgnored } from "./values.ts";

/** IIF chooses between two values by a condition. */
export const iif: FunctionDefinition = {
  name: "IIF",
  profiles: ["application", "cloudSync"],
  summary: "Returns one value where the condition holds, and another where it does not.",
  remarks: [
    "A condition compares with = <> > >= < or <=; there is no AND or OR, so nest IIF instead.",
    "Two numbers compare as numbers, two dates in time, everything else as text, case-sensitively.",
    "A comparison with an absent or empty attribute never holds.",
    "Only the chosen value is evaluated.",
  ],
  parameters: [
    {
      ...any({ name: "condition", key: "one", summary: "A comparison, or a value that is True or not." }),
      comparison: { left: "one", operator: "two", right: "three" },
    },
    any({ name: "valueIfTrue", key: "four", summary: "Returned where the condition holds.", branch: true }),
    any({ name: "valueIfFalse", key: "five", summary: "Returned where it does not.", branch: true }),
  ],
  returns: "any",
  examples: [
    {
      expression: 'IIF([country] = "USA", [country], [department])',
      input: { country: "Sweden", department: "Sales" },
      result: "Sales",
    },
    {
      expression: 'IIF([country] = "USA", IIF([state] = "WA", "Redmond", "Elsewhere"), "Abroad")',
      input: { country: "USA", state: "WA" },
      result: "Redmond",
    },
  ],
  source: "https://learn.microsoft.com/entra/identity/app-provisioning/functions-for-customizing-application-data#iif",
  implementation: lazy(([condition, valueIfTrue, valueIfFalse]) => context => {
    const answer = evaluated(condition, context);
    if (isIgnored(answer) || isFailure(answer)) return answer;
    return evaluated(isTrue(answer) ? valueIfTrue : valueIfFalse, context);
  }),
};
