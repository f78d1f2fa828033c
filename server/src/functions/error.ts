import * as l10n from "@vscode/l10n";
import { eager, type FunctionDefinition, text } from "./definition.ts";
import { failure } from "./values.ts";

const parameters = [text({ name: "ErrorMessage", key: "message", summary: "What is wrong with the object." })] as const;

/** Error fails the object on purpose. */
export const error: FunctionDefinition = {
  name: "Error",
  profiles: ["cloudSync"],
  summary: "Fails with the given message, so that the object is not provisioned.",
  remarks: ["Meant as one of the values of IIF or Switch, of which only the chosen one is evaluated."],
  parameters,
  returns: "any",
  examples: [
    {
      expression: 'IIF(IsPresent([accountName]), [accountName], Error("AccountName is required"))',
      input: { accountName: "ada" },
      result: "ada",
    },
  ],
  source: "https://learn.microsoft.com/entra/identity/hybrid/cloud-sync/reference-expressions#error",
  implementation: eager(parameters, message => failure(message ?? l10n.t("the message is absent."))),
};
