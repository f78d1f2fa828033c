import * as l10n from "@vscode/l10n";
import { eager, type FunctionDefinition, text } from "./definition.ts";
import { cloudSyncPage } from "./pages.ts";
import { failure } from "./values.ts";

const parameters = [text({ name: "ErrorMessage", key: "message", summary: "What is wrong with the object." })] as const;

/** Error fails the object on purpose. */
export const error: FunctionDefinition = {
  name: "Error",
  profiles: ["cloudSync"],
  summary: "Fails with the given message, so that the object is not provisioned.",
  parameters,
  returns: "any",
  source: `${cloudSyncPage}#error`,
  implementation: eager(parameters, message => failure(message ?? l10n.t("the message is absent."))),
};
