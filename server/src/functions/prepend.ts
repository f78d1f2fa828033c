import { eager, type FunctionDefinition, text, textOr } from "./definition.ts";
import { graphFunctionsPage } from "./pages.ts";

const parameters = [
  text({ name: "prefix", summary: "What is put in front." }),
  textOr(null, { name: "source", summary: "The text, usually an attribute.", eachValue: true }),
] as const;

/** Prepend puts a prefix in front of a text. */
export const prepend: FunctionDefinition = {
  name: "Prepend",
  profiles: ["graph"],
  summary: "Adds a prefix to the start of a text.",
  parameters,
  returns: "text",
  source: graphFunctionsPage,
  implementation: eager(parameters, (prefix, source) => (prefix ?? "") + source),
};
