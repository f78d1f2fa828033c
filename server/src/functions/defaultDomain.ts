import * as l10n from "@vscode/l10n";
import { eager, type FunctionDefinition } from "./definition.ts";
import { failure } from "./values.ts";

/** DefaultDomain gives the domain that new users of the tenant get. */
export const defaultDomain: FunctionDefinition = {
  name: "DefaultDomain",
  profiles: ["graph"],
  summary: "Returns the tenant's default domain.",
  remarks: [
    "Only Microsoft Graph's list has it, without a description.",
    "Mapwright takes it from the provisioning job's setting of this name, and fails where there is none.",
  ],
  parameters: [],
  returns: "text",
  examples: [
    {
      expression: 'Join("@", [mailNickname], DefaultDomain())',
      input: { mailNickname: "ada" },
      result: "ada@contoso.onmicrosoft.com",
    },
  ],
  source: "https://learn.microsoft.com/graph/api/synchronization-synchronizationschema-functions",
  implementation: eager(
    [],
    ({ jobParameters }) =>
      jobParameters.get("DefaultDomain") ?? failure(l10n.t("the tenant's default domain is not known here.")),
  ),
};
