import * as l10n from "@vscode/l10n";
import { eager, type FunctionDefinition, integer, list } from "./definition.ts";
import { failure } from "./values.ts";

const parameters = [
  list({ name: "attribute", key: "source", summary: "A multi-valued attribute, or the result of Split." }),
  integer({ name: "index", summary: "The position of the value; the first is 1." }),
] as const;

/** Item picks one value of a list. */
export const item: FunctionDefinition = {
  name: "Item",
  profiles: ["application", "cloudSync"],
  summary: "Returns one value of a multi-valued attribute by its position.",
  remarks: ["The first value has the position 1.", "A position that the list does not have fails."],
  parameters,
  returns: "text",
  examples: [
    {
      expression: "Item([proxyAddresses], 1)",
      input: { proxyAddresses: ["SMTP:ada@contoso.com", "smtp:a@contoso.com"] },
      result: "SMTP:ada@contoso.com",
    },
    {
      expression: 'Item(Split([userPrincipalName], "@"), 2)',
      input: { userPrincipalName: "ada@contoso.com" },
      result: "contoso.com",
    },
  ],
  source: "https://learn.microsoft.com/entra/identity/app-provisioning/functions-for-customizing-application-data#item",
  implementation: eager(
    parameters,
    (values, index) =>
      values[index - 1] ?? failure(l10n.t`index is ${index}, but attribute has ${describeCount(values.length)}.`),
  ),
};

function describeCount(count: number): string {
  if (count === 0) return l10n.t("no values");
  return count === 1 ? l10n.t("one value") : l10n.t`${count} values`;
}
