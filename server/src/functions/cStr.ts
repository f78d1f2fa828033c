import { eager, type FunctionDefinition, textOr } from "./definition.ts";

const parameters = [
  textOr(null, { name: "value", summary: "A number, a truth value, a date or a reference.", eachValue: true }),
] as const;

/** CStr gives the text of a value. */
export const cStr: FunctionDefinition = {
  name: "CStr",
  profiles: ["application", "cloudSync"],
  summary: "Converts a value to text.",
  remarks: ["Truth values become `True` or `False`."],
  parameters,
  returns: "text",
  examples: [
    { expression: "CStr([dn])", input: { dn: "cn=Joe,dc=contoso,dc=com" }, result: "cn=Joe,dc=contoso,dc=com" },
  ],
  source: "https://learn.microsoft.com/entra/identity/app-provisioning/functions-for-customizing-application-data#cstr",
  implementation: eager(parameters, value => value),
};
