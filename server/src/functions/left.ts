import { eager, type FunctionDefinition, integer, textOr } from "./definition.ts";
import { functionsPage } from "./pages.ts";

const parameters = [
  textOr("", { name: "String", key: "source", summary: "The text to take from.", eachValue: true }),
  integer({ name: "NumChars", key: "length", summary: "How many characters to take." }),
] as const;

/** Left takes characters from the start of a text. */
export const left: FunctionDefinition = {
  name: "Left",
  profiles: ["application", "cloudSync"],
  summary: "Returns a number of characters from the start of a text.",
  parameters,
  returns: "text",
  source: `${functionsPage}#left`,
  implementation: eager(parameters, (source, length) => (length < 0 ? source : source.slice(0, length))),
};
