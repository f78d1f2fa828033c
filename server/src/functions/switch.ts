import { any, type FunctionDefinition, lazy, optionalAny } from "./definition.ts";
import { type Failure, type IgnoredFlow, isFailure, isIgnored, type Result, wholeText } from "./values.ts";

/** Switch compares a source with keys and gives the value of the first equal key. */
export const switchFunction: FunctionDefinition = {
  name: "Switch",
  profiles: ["application", "cloudSync"],
  summary: "Returns the value paired with the first key that equals the source, else the default value.",
  remarks: [
    "Keys are compared case-sensitively.",
    'An absent source equals the key "".',
    "Only the chosen value is evaluated.",
  ],
  parameters: [
    any({ name: "source", summary: "The value to compare." }),
    optionalAny({ name: "defaultValue", summary: "Returned when no key equals the source; null where left out." }),
  ],
  repeating: {
    group: [
      any({ name: "key", key: "switchValue", summary: "What the source may equal." }),
      any({ name: "value", key: "switchValue", summary: "Returned when the source equals the key." }),
    ],
    minimum: 1,
  },
  returns: "any",
  examples: [
    {
      expression: 'Switch([state], "Other", "NSW", "Australia/Sydney", "QLD", "Australia/Brisbane")',
      input: { state: "QLD" },
      result: "Australia/Brisbane",
    },
    {
      expression: 'Switch([IsSoftDeleted], , "False", "True", "True", "False")',
      input: { IsSoftDeleted: false },
      result: "True",
    },
  ],
  source:
    "https://learn.microsoft.com/entra/identity/app-provisioning/functions-for-customizing-application-data#switch",
  implementation: lazy(([source, defaultValue, ...pairs]) => {
    const wanted = keyText(source?.() ?? null);
    if (typeof wanted !== "string") return wanted;
    for (let index = 0; index < pairs.length; index += 2) {
      const key = keyText(pairs[index]?.() ?? null);
      if (typeof key !== "string") return key;
      if (key === wanted) return pairs[index + 1]?.() ?? null;
    }
    return defaultValue?.() ?? null;
  }),
};

function keyText(result: Result): string | IgnoredFlow | Failure {
  return isIgnored(result) || isFailure(result) ? result : wholeText(result);
}
