import { eager, type FunctionDefinition, list } from "./definition.ts";
import { functionsPage } from "./pages.ts";

const parameters = [list({ name: "attribute", summary: "A multi-valued attribute." })] as const;

/** Count gives the number of values of an attribute. */
export const count: FunctionDefinition = {
  name: "Count",
  profiles: ["application", "cloudSync"],
  summary: "Returns how many values a multi-valued attribute has.",
  parameters,
  returns: "integer",
  source: `${functionsPage}#count`,
  implementation: eager(parameters, values => values.length),
};
