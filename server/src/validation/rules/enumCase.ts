import * as l10n from "@vscode/l10n";
import { misspeltWords } from "../enumerations.ts";
import { changeTo } from "../fixes.ts";
import { schemaUpdatePage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** Client libraries write the words of enumerations with a small first letter, as Graph itself does not, and it refuses them with 406. */
export const enumCase: Rule = {
  code: "enum-case",
  severity: "error",
  source: `${schemaUpdatePage}#request-body`,
  check: report =>
    misspeltWords(({ word, enumeration, meant }) => {
      if (meant === undefined) return;
      const message = l10n.t`Graph refuses to save '${word.text}': in ${enumeration.member} it writes '${meant}'.`;
      report(word.span, message, { ...changeTo(word.span, meant), inJson: true });
    }),
};
