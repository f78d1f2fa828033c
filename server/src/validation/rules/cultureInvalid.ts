import * as l10n from "@vscode/l10n";
import { casing } from "../../functions/dotnet/casing.ts";
import { argumentFor, callsOf, functionsTaking } from "../calls.ts";
import { functionsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** ToLower and ToUpper fail for a culture that does not exist. */
export const cultureInvalid: Rule = {
  code: "culture-invalid",
  severity: "error",
  source: `${functionsPage}#tolower`,
  check: report => ({
    calls: callsOf(functionsTaking("culture"), call => {
      const culture = argumentFor(call, "culture");
      if (culture?.kind !== "StringLiteral" || casing(culture.value) !== undefined) return;
      report(
        culture.span,
        l10n.t`"${culture.value}" is no culture: name it by language and country, such as "tr-TR", or leave it out.`,
      );
    }),
  }),
};
