import { eager, type FunctionDefinition, integer, textOr } from "./definition.ts";

const parameters = [
  textOr("", { name: "String", key: "source", summary: "The text to take from.", eachValue: true }),
  integer({ name: "NumChars", key: "length", summary: "How many characters to take." }),
] as const;

/** Left takes characters from the start of a text. */
export const left: FunctionDefinition = {
  name: "Left",
  profiles: ["application", "cloudSync"],
  summary: "Returns a number of characters from the start of a text.",
  remarks: ["A number that is negative or exceeds the length gives the whole text.", 'An absent text gives "".'],
  parameters,
  returns: "text",
  examples: [{ expression: 'Left("John Doe", 3)', result: "Joh" }],
  source: "https://learn.microsoft.com/entra/identity/app-provisioning/functions-for-customizing-application-data#left",
  implementation: eager(parameters, (source, length) => (length < 0 ? source : source.slice(0, length))),
};
