import * as l10n from "@vscode/l10n";
import { readRegex } from "../../functions/dotnet/regex.ts";
import { functionsPage } from "../pages.ts";
import { eachPattern } from "../patterns.ts";
import type { Rule } from "../rule.ts";

/** A pattern that .NET cannot read fails for every object. */
export const regexInvalid: Rule = {
  code: "regex-invalid",
  severity: "error",
  source: `${functionsPage}#replace`,
  check: report =>
    eachPattern(({ text, span }) => {
      const pattern = readRegex(text);
      if (pattern.kind !== "invalid") return;
      report(span, l10n.t`.NET cannot read this pattern, at character ${pattern.position + 1}: ${pattern.message}`);
    }),
};
