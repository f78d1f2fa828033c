import { any, type FunctionDefinition, type LazyArgument, lazy, optionalAny } from "./definition.ts";
import { type Failure, type IgnoredFlow, isFailure, isIgnored, wholeText } from "./values.ts";

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
    const values = [...pairs.filter((_, index) => index % 2 === 1), defaultValue];
    const find = finder(keys);
    return context => {
      const wanted = source?.run(context) ?? null;
      if (isIgnored(wanted) || isFailure(wanted)) return wanted;
      const found = find(wholeText(wanted), context);
      return typeof found === "number" ? (values[found]?.run(context) ?? null) : found;
    };
  }),
};

/** The index of the first key that equals a text, or the number of keys; what a key gives that is no value. */
type Finder<C, F> = (wanted: string, context: C) => number | IgnoredFlow | F;

/** Up to so many constant keys are compared one by one, which is faster than to look one up. */
const fewKeys = 16;

function finder<C, F extends Failure>(keys: readonly LazyArgument<C, F>[]): Finder<C, F> {
  const texts = keys.map(key => (key?.constant === undefined ? undefined : wholeText(key.constant)));
  if (!texts.every(text => text !== undefined)) return comparing(keys);
  if (texts.length <= fewKeys) return wanted => indexIn(texts, wanted);
  const indices = new Map(texts.map((text, index) => [text, index] as const).reverse());
  return wanted => indices.get(wanted) ?? texts.length;
}

function indexIn(texts: readonly string[], wanted: string): number {
  let index = 0;
  while (index < texts.length && texts[index] !== wanted) index++;
  return index;
}

/** Evaluates the keys up to the first one that is equal, and no further. */
function comparing<C, F extends Failure>(keys: readonly LazyArgument<C, F>[]): Finder<C, F> {
  return (wanted, context) => {
    for (const [index, key] of keys.entries()) {
      const value = key?.run(context) ?? null;
      if (isIgnored(value) || isFailure(value)) return value;
      if (wholeText(value) === wanted) return index;
    }
    return keys.length;
  };
}
