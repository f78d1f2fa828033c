import { eager, type FunctionDefinition, text } from "./definition.ts";
import { functionsPage } from "./pages.ts";

const parameters = [text({ name: "source", summary: "A truth value." })] as const;

/** Not turns True into False, and everything else into True. */
export const not: FunctionDefinition = {
  name: "Not",
  profiles: ["application", "cloudSync"],
  summary: "Returns False for True, and True for everything else.",
  parameters,
  returns: "boolean",
  source: `${functionsPage}#not`,
  implementation: eager(parameters, source => source !== "True"),
};
