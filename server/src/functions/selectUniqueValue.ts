import { any, evaluated, type FunctionDefinition, lazy } from "./definition.ts";
import { isFailure, isIgnored, isNullOrEmpty } from "./values.ts";

/** SelectUniqueValue tries one value after the other until the target has none like it. */
export const selectUniqueValue: FunctionDefinition = {
  name: "SelectUniqueValue",
  profiles: ["application"],
  summary: "Returns the first of several values that no object of the target has yet.",
  remarks: [
    "It is the outermost function of its expression, and is not for an attribute with a matching precedence.",
    "It is meant for the creation of objects: apply the mapping only during creation.",
    "A rule that gives no value is passed over. Where every value is taken, the object is put into escrow.",
  ],
  parameters: [],
  repeating: {
    group: [any({ name: "uniqueValueRule", summary: "An expression that gives a value to try." })],
    minimum: 2,
  },
  returns: "text",
  outermost: true,
  examples: [
    {
      expression:
        'SelectUniqueValue(Join("@", NormalizeDiacritics(Join(".", [givenName], [surname])), "contoso.com"), Join("@", NormalizeDiacritics(Join(".", Left([givenName], 1), [surname])), "contoso.com"))',
      input: { givenName: "John", surname: "Smith" },
      result: "John.Smith@contoso.com",
    },
  ],
  source:
    "https://learn.microsoft.com/entra/identity/app-provisioning/functions-for-customizing-application-data#selectuniquevalue",
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
