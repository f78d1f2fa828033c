import { eager, type FunctionDefinition, textOr } from "./definition.ts";
import { functionsPage } from "./pages.ts";

const parameters = [textOr(null, { name: "source", summary: "The text to clean.", eachValue: true })] as const;

/** StripSpaces removes the space characters of a text. */
export const stripSpaces: FunctionDefinition = {
  name: "StripSpaces",
  profiles: ["application", "cloudSync"],
  summary: "Removes every space from a text.",
  parameters,
  returns: "text",
  source: `${functionsPage}#stripspaces`,
  implementation: eager(parameters, source => source.replaceAll(" ", "")),
};
