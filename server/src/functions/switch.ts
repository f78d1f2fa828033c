import { any, evaluated, type FunctionDefinition, type LazyArgument, lazy, optionalAny } from "./definition.ts";
import { functionsPage } from "./pages.ts";
import { type Failure, type IgnoredFlow, isFailure, isIgnored, wholeText } from "./values.ts";

/** Switch compares a source with keys and gives the value of the first equal key. */
export const switchFunction: FunctionDefinition = {
  name: "Switch",
  profiles: ["application", "cloudSync"],
  summary: "Returns the value paired with the first key that equals the source, else the default value.",
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
  source: `${functionsPage}#switch`,
  implementation: lazy(([source, defaultValue, ...pairs]) => {
    const keys = pairs.filter((_, index) => index % 2 === 0);
    const values = [...pairs.filter((_, index) => index % 2 === 1), defaultValue];
    const texts = keys.map(key => (key?.constant === undefined ? undefined : wholeText(key.constant)));
    const find = texts.every(text => text !== undefined) ? lookUp(texts) : undefined;
    return context => {
      const wanted = evaluated(source, context);
      if (isIgnored(wanted) || isFailure(wanted)) return wanted;
      const text = wholeText(wanted);
      const found = find === undefined ? evaluateKeys(keys, text, context) : find(text);
      return typeof found === "number" ? evaluated(values[found], context) : found;
    };
  }),
};

/** Up to so many texts are compared one by one, which is faster than to look one up. */
const few = 16;

/** The index of the first text that is equal, or the number of texts. */
function lookUp(texts: readonly string[]): (wanted: string) => number {
  if (texts.length > few) {
    const indices = new Map(texts.map((text, index) => [text, index] as const).reverse());
    return wanted => indices.get(wanted) ?? texts.length;
  }
  return wanted => {
    let index = 0;
    while (index < texts.length && texts[index] !== wanted) index++;
    return index;
  };
}

/** Evaluates the keys up to the first one that is equal, and no further; what a key gives that is no value. */
function evaluateKeys<C, F extends Failure>(
  keys: readonly LazyArgument<C, F>[],
  wanted: string,
  context: C,
): number | IgnoredFlow | F {
  for (const [index, key] of keys.entries()) {
    const value = evaluated(key, context);
    if (isIgnored(value) || isFailure(value)) return value;
    if (wholeText(value) === wanted) return index;
  }
  return keys.length;
}
