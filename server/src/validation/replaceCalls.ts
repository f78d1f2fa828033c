import type { Call } from "../language/expression/tree.ts";
import { argumentFor } from "./calls.ts";

const optional = [
  "oldValue",
  "regexPattern",
  "regexGroupName",
  "replacementValue",
  "replacementAttributeName",
  "template",
] as const;

/** How many arguments a Replace has when none is dropped. */
export const replacePositions = optional.length + 1;

/** The combinations of arguments of Replace that the documentation explains; any other has no meaning. */
export const replaceModes: ReadonlySet<string> = new Set([
  "oldValue, replacementValue",
  "oldValue, template",
  "regexPattern, replacementValue",
  "regexPattern, regexGroupName, replacementValue",
  "regexPattern, regexGroupName, replacementAttributeName",
]);

/** The arguments that a Replace has besides its source, as `replaceModes` names them; empty where there are none. */
export function givenArguments(call: Call): string {
  return optional.filter(name => argumentFor(call, name) !== undefined).join(", ");
}
