import { any, eager, type FunctionDefinition } from "./definition.ts";
import { isNullOrEmpty } from "./values.ts";

const parameters = [any({ name: "Expression", summary: "The value to look at." })] as const;

/** IsNull tells whether a value is absent. */
export const isNull: FunctionDefinition = {
  name: "IsNull",
  profiles: ["application", "cloudSync"],
  summary: "Returns True where the value is null.",
  remarks: ["An empty text is not null.", "A multi-valued attribute without values is null."],
  parameters,
  returns: "boolean",
  examples: [
    { expression: "IsNull([displayName])", input: { displayName: null }, result: "True" },
    { expression: 'IsNull("")', result: "False" },
  ],
  source:
    "https://learn.microsoft.com/entra/identity/app-provisioning/functions-for-customizing-application-data#isnull",
  implementation: eager(parameters, value => value !== "" && isNullOrEmpty(value)),
};
