import { any, eager, type FunctionDefinition } from "./definition.ts";
import { isNullOrEmpty } from "./values.ts";

const parameters = [any({ name: "Expression", summary: "The value to look at." })] as const;

/** IsNullOrEmpty tells whether a value is absent or empty. */
export const isNullOrEmptyFunction: FunctionDefinition = {
  name: "IsNullOrEmpty",
  profiles: ["application", "cloudSync"],
  summary: "Returns True where the value is null or an empty text.",
  remarks: ["A multi-valued attribute without values is null."],
  parameters,
  returns: "boolean",
  examples: [
    { expression: "IsNullOrEmpty([displayName])", input: { displayName: "" }, result: "True" },
    { expression: "IsNullOrEmpty([displayName])", input: { displayName: "Ada" }, result: "False" },
  ],
  source:
    "https://learn.microsoft.com/entra/identity/app-provisioning/functions-for-customizing-application-data#isnullorempty",
  implementation: eager(parameters, value => isNullOrEmpty(value)),
};
