import * as l10n from "@vscode/l10n";
import { readRegex } from "../../functions/dotnet/regex.ts";
import { eachPattern } from "../patterns.ts";
import type { Rule } from "../rule.ts";

/** What versions of .NET do each in its own way, a preview cannot show. */
export const regexPortability: Rule = {
  code: "regex-portability",
  severity: "information",
  source: "https://learn.microsoft.com/dotnet/standard/base-types/regular-expression-language-quick-reference",
  check: report =>
    eachPattern(({ text, span }) => {
      const pattern = readRegex(text);
      if (pattern.kind !== "unsupported") return;
      report(
        span,
        l10n.t`A preview cannot run this pattern as Entra does. Character ${pattern.position + 1}: ${pattern.message}`,
      );
    }),
};
