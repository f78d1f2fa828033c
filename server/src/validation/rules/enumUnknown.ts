import { didYouMean, offer } from "../didYouMean.ts";
import { misspeltWords } from "../enumerations.ts";
import { changeTo } from "../fixes.ts";
import { schemaUpdatePage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** Graph refuses to save a schema with a word that its enumeration does not have. */
export const enumUnknown: Rule = {
  code: "enum-unknown",
  severity: "error",
  source: `${schemaUpdatePage}#request-body`,
  summary: "In a schema, the words of enumerations are Graph's.",
  bad: '"flowType": "OnCreate"',
  good: '"flowType": "ObjectAddOnly"',
  check: report => ({
    Schema(schema) {
      for (const { word, enumeration, meant } of misspeltWords(schema)) {
        if (meant !== undefined) continue;
        const close = didYouMean(word.text, enumeration.words);
        const remedy = offer(close) || ` Write ${enumeration.words.join(", ").replace(/, (\w+)$/, " or $1")}.`;
        const fixes = close === undefined ? [] : [{ ...changeTo(word.span, close), inJson: true as const }];
        report(word.span, `${enumeration.member} has no value '${word.text}'.${remedy}`, ...fixes);
      }
    },
  }),
};
