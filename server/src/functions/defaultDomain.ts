import * as l10n from "@vscode/l10n";
import { eager, type FunctionDefinition } from "./definition.ts";
import { graphFunctionsPage } from "./pages.ts";
import { failure } from "./values.ts";

/** DefaultDomain gives the domain that new users of the tenant get. */
export const defaultDomain: FunctionDefinition = {
  name: "DefaultDomain",
  profiles: ["graph"],
  summary: "Returns the tenant's default domain.",
  parameters: [],
  returns: "text",
  source: graphFunctionsPage,
  implementation: eager(
    [],
    ({ jobParameters }) =>
      jobParameters.get("DefaultDomain") ?? failure(l10n.t("the tenant's default domain is not known here.")),
  ),
};
