import * as l10n from "@vscode/l10n";
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
  check: report =>
    misspeltWords(({ word, enumeration, meant }) => {
      if (meant !== undefined) return;
      const close = didYouMean(word.text, enumeration.words);
      const remedy = l10n.t`Write ${enumeration.words.slice(0, -1).join(", ")} or ${enumeration.words.slice(-1).join()}.`;
      const fixes = close === undefined ? [] : [{ ...changeTo(word.span, close), inJson: true as const }];
      report(word.span, l10n.t`${enumeration.member} has no value '${word.text}'.` + offer(close, remedy), ...fixes);
    }),
};
