import { any, eager, type FunctionDefinition } from "./definition.ts";
import { functionsPage } from "./pages.ts";
import { isNullOrEmpty } from "./values.ts";

const parameters = [any({ name: "Expression", key: "source", summary: "The value to look at." })] as const;

/** IsPresent tells whether there is a value. */
export const isPresent: FunctionDefinition = {
  name: "IsPresent",
  profiles: ["application", "cloudSync"],
  summary: "Returns True where the value is neither null nor an empty text.",
  parameters,
  returns: "boolean",
  source: `${functionsPage}#ispresent`,
  implementation: eager(parameters, value => !isNullOrEmpty(value)),
};
