import { any, eager, type FunctionDefinition } from "./definition.ts";
import { functionsPage } from "./pages.ts";
import { isNullOrEmpty } from "./values.ts";

const parameters = [any({ name: "Expression", summary: "The value to look at." })] as const;

/** IsNull tells whether a value is absent. */
export const isNull: FunctionDefinition = {
  name: "IsNull",
  profiles: ["application", "cloudSync"],
  summary: "Returns True where the value is null.",
  parameters,
  returns: "boolean",
  source: `${functionsPage}#isnull`,
  implementation: eager(parameters, value => value !== "" && isNullOrEmpty(value)),
};
