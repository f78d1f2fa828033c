import { translateRegex } from "../../functions/dotnet/regex.ts";
import { eachPattern } from "../patterns.ts";
import type { Rule } from "../rule.ts";

/** .NET has constructs that Mapwright cannot reproduce: Entra runs them, a preview cannot. */
export const regexPortability: Rule = {
  code: "regex-portability",
  severity: "information",
  source: "https://learn.microsoft.com/dotnet/standard/base-types/regular-expression-language-quick-reference",
  summary: "Regular expressions use constructs that a preview can run.",
  bad: 'title <- Replace([jobTitle], , "(?(s)senior|junior)", , "", , )',
  good: 'title <- Replace([jobTitle], , "senior", , "", , )',
  check: report =>
    eachPattern(({ text, span }) => {
      const pattern = translateRegex(text);
      if (pattern.kind !== "unsupported") return;
      report(
        span,
        `Entra runs this pattern, but a preview cannot. Character ${pattern.position + 1}: ${pattern.message}`,
      );
    }),
};
