import { eager, type FunctionDefinition, list } from "./definition.ts";

const parameters = [list({ name: "attribute", summary: "A multi-valued attribute." })] as const;

/** Count gives the number of values of an attribute. */
export const count: FunctionDefinition = {
  name: "Count",
  profiles: ["application", "cloudSync"],
  summary: "Returns how many values a multi-valued attribute has.",
  remarks: ["An absent attribute has none, a single value counts as one."],
  parameters,
  returns: "integer",
  examples: [
    {
      expression: "Count([otherMails])",
      input: { otherMails: ["ada@contoso.com", "ada@fabrikam.com"] },
      result: "2",
    },
  ],
  source:
    "https://learn.microsoft.com/entra/identity/app-provisioning/functions-for-customizing-application-data#count",
  implementation: eager(parameters, values => values.length),
};
