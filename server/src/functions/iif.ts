import { isTrue } from "./comparison.ts";
import { any, evaluated, type FunctionDefinition, lazy } from "./definition.ts";
import { functionsPage } from "./pages.ts";
import { isFailure, isIgnored } from "./values.ts";

/** IIF chooses between two values by a condition. */
export const iif: FunctionDefinition = {
  name: "IIF",
  profiles: ["application", "cloudSync"],
  summary: "Returns one value where the condition holds, and another where it does not.",
  parameters: [
    {
      ...any({ name: "condition", key: "one", summary: "A comparison, or a value that is True or not." }),
      comparison: { left: "one", operator: "two", right: "three" },
    },
    any({ name: "valueIfTrue", key: "four", summary: "Returned where the condition holds.", branch: true }),
    any({ name: "valueIfFalse", key: "five", summary: "Returned where it does not.", branch: true }),
  ],
  returns: "any",
  source: `${functionsPage}#iif`,
  implementation: lazy(([condition, valueIfTrue, valueIfFalse]) => context => {
    const answer = evaluated(condition, context);
    if (isIgnored(answer) || isFailure(answer)) return answer;
    return evaluated(isTrue(answer) ? valueIfTrue : valueIfFalse, context);
  }),
};
