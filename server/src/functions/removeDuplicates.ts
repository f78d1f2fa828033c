import { eager, type FunctionDefinition, list } from "./definition.ts";
import { functionsPage } from "./pages.ts";
import { toText } from "./values.ts";

const parameters = [list({ name: "attribute", key: "source", summary: "A multi-valued attribute." })] as const;

/** RemoveDuplicates keeps each value of a list once. */
export const removeDuplicates: FunctionDefinition = {
  name: "RemoveDuplicates",
  profiles: ["application", "cloudSync"],
  summary: "Returns the values of a multi-valued attribute, each only once.",
  parameters,
  returns: "list",
  source: `${functionsPage}#removeduplicates`,
  implementation: eager(parameters, values => [...new Set(values.map(toText))]),
};
