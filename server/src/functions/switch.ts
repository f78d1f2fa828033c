import { any, type CallContext, type FunctionDefinition, type LazyArgument, lazy, optionalAny } from "./definition.ts";
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
    optionalAny({
      name: "defaultValue",
      summary: "Returned when no key equals the source; null where left out.",
      branch: true,
    }),
  ],
  repeating: {
    group: [
      any({ name: "key", key: "switchValue", summary: "What the source may equal." }),
      any({ name: "value", key: "switchValue", summary: "Returned when the source equals the key.", branch: true }),
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
    const keys = pairs.filter((_, index) => index % 2 === 0);
    const values = pairs.filter((_, index) => index % 2 === 1);
    const find = finder(keys);
    return context => {
      const wanted = keyText(source?.run(context) ?? null);
      if (typeof wanted !== "string") return wanted;
      const found = find(wanted, context);
      if (typeof found !== "number") return found;
      return (found < 0 ? defaultValue : values[found])?.run(context) ?? null;
    };
  }),
};

/** The index of the first key that equals a text, or -1; what a key gives that is no value. */
type Finder<C> = (wanted: string, context: C) => number | IgnoredFlow | Failure;

/** Up to so many constant keys are compared one by one, which is faster than to look one up. */
const fewKeys = 16;

function finder<C extends CallContext>(keys: readonly LazyArgument<C>[]): Finder<C> {
  const texts = keys.map(key => (key?.constant === undefined ? undefined : wholeText(key.constant)));
  if (!texts.every(text => text !== undefined)) return comparing(keys);
  if (texts.length <= fewKeys) return wanted => indexOf(texts, wanted);
  const indices = new Map(texts.map((text, index) => [text, index] as const).reverse());
  return wanted => indices.get(wanted) ?? -1;
}

function indexOf(texts: readonly string[], wanted: string): number {
  for (let index = 0; index < texts.length; index++) if (texts[index] === wanted) return index;
  return -1;
}

/** Evaluates the keys up to the first one that is equal, and no further. */
function comparing<C extends CallContext>(keys: readonly LazyArgument<C>[]): Finder<C> {
  return (wanted, context) => {
    for (const [index, key] of keys.entries()) {
      const text = keyText(key?.run(context) ?? null);
      if (typeof text !== "string") return text;
      if (text === wanted) return index;
    }
    return -1;
  };
}

function keyText(result: Result): string | IgnoredFlow | Failure {
  return isIgnored(result) || isFailure(result) ? result : wholeText(result);
}
