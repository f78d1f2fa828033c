import { eager, type FunctionDefinition, text, textOr } from "./definition.ts";
import { functionsPage } from "./pages.ts";

const parameters = [
  textOr(null, { name: "source", summary: "The text, usually an attribute.", eachValue: true }),
  text({ name: "suffix", summary: "What is put behind it." }),
] as const;

/** Append puts a suffix behind a text. */
export const append: FunctionDefinition = {
  name: "Append",
  profiles: ["application", "cloudSync"],
  summary: "Adds a suffix to the end of a text.",
  parameters,
  returns: "text",
  source: `${functionsPage}#append`,
  implementation: eager(parameters, (source, suffix) => source + (suffix ?? "")),
};
