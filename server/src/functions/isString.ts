import { any, eager, type FunctionDefinition } from "./definition.ts";
import { isList } from "./values.ts";

const parameters = [any({ name: "Expression", summary: "The value to look at." })] as const;

/** IsString tells whether a value can be read as a text. */
export const isString: FunctionDefinition = {
  name: "IsString",
  profiles: ["application", "cloudSync"],
  summary: "Returns True where the value can be converted to text.",
  remarks: ["Every single value can; an absent value or a list cannot."],
  parameters,
  returns: "boolean",
  examples: [
    { expression: "IsString([employeeId])", input: { employeeId: "42" }, result: "True" },
    { expression: "IsString([employeeId])", input: { employeeId: null }, result: "False" },
  ],
  source:
    "https://learn.microsoft.com/entra/identity/app-provisioning/functions-for-customizing-application-data#isstring",
  implementation: eager(parameters, value => value !== null && !isList(value)),
};
