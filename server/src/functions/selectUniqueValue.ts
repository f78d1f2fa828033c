import { any, evaluated, type FunctionDefinition, lazy } from "./definition.ts";
import { functionsPage } from "./pages.ts";
import { isFailure, isIgnored, isNullOrEmpty } from "./values.ts";

/** SelectUniqueValue tries one value after the other until the target has none like it. */
export const selectUniqueValue: FunctionDefinition = {
  name: "SelectUniqueValue",
  profiles: ["application"],
  summary: "Returns the first of several values that no object of the target has yet.",
  parameters: [],
  repeating: {
    group: [any({ name: "uniqueValueRule", summary: "An expression that gives a value to try." })],
    minimum: 2,
  },
  returns: "text",
  outermost: true,
  source: `${functionsPage}#selectuniquevalue`,
  implementation: lazy(rules => context => {
    let tried = 0;
    for (const rule of rules) {
      const value = evaluated(rule, context);
      if (isIgnored(value) || isFailure(value)) return value;
      if (isNullOrEmpty(value)) continue;
      context.assume("uniqueValueRank");
      if (++tried === context.assumptions.uniqueValueRank) return value;
    }
    return null;
  }),
};
