import { any, eager, type FunctionDefinition } from "./definition.ts";
import { functionsPage } from "./pages.ts";
import { isNullOrEmpty } from "./values.ts";

const parameters = [any({ name: "Expression", summary: "The value to look at." })] as const;

/** IsNullOrEmpty tells whether a value is absent or empty. */
export const isNullOrEmptyFunction: FunctionDefinition = {
  name: "IsNullOrEmpty",
  profiles: ["application", "cloudSync"],
  summary: "Returns True where the value is null or an empty text.",
  parameters,
  returns: "boolean",
  source: `${functionsPage}#isnullorempty`,
  implementation: eager(parameters, value => isNullOrEmpty(value)),
};
