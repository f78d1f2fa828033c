import { eager, type FunctionDefinition, list } from "./definition.ts";
import { toText } from "./values.ts";

const parameters = [list({ name: "attribute", key: "source", summary: "A multi-valued attribute." })] as const;

/** RemoveDuplicates keeps each value of a list once. */
export const removeDuplicates: FunctionDefinition = {
  name: "RemoveDuplicates",
  profiles: ["application", "cloudSync"],
  summary: "Returns the values of a multi-valued attribute, each only once.",
  remarks: ["The first of equal values stays where it is.", "Values that differ in case are different."],
  parameters,
  returns: "list",
  examples: [
    {
      expression: "RemoveDuplicates([proxyAddresses])",
      input: { proxyAddresses: ["SMTP:ada@contoso.com", "smtp:a@contoso.com", "SMTP:ada@contoso.com"] },
      result: ["SMTP:ada@contoso.com", "smtp:a@contoso.com"],
    },
  ],
  source:
    "https://learn.microsoft.com/entra/identity/app-provisioning/functions-for-customizing-application-data#removeduplicates",
  implementation: eager(parameters, values => [...new Set(values.map(toText))]),
};
