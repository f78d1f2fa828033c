import * as l10n from "@vscode/l10n";
import { quote } from "../../language/expression/print.ts";
import { didYouMean, offer } from "../didYouMean.ts";
import { changeTo } from "../fixes.ts";
import { onDemandPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** A test of a mapping that is not there runs nothing. */
export const testUnknownMapping: Rule = {
  code: "test-unknown-mapping",
  severity: "error",
  source: onDemandPage,
  check: (report, { mappings }) => ({
    MappingTest({ name, mapping, subjects: [subject] }, tested) {
      if (tested !== undefined) return;
      if (mapping === undefined) {
        const objectType = subject?.objectType;
        if (objectType !== undefined)
          report(
            name.span,
            l10n.t`The file has no mapping that the test could run: add one with source: ${objectType}.`,
          );
        return;
      }
      const names = mappings.map(({ name: { text } }) => text);
      const meant = didYouMean(mapping.text, names) ?? (names.length === 1 ? names[0] : undefined);
      const fixes = meant === undefined ? [] : [changeTo(mapping.span, quote(meant), l10n.t`Change to '${meant}'`)];
      report(mapping.span, l10n.t`The file has no mapping '${mapping.text}'.` + offer(meant), ...fixes);
    },
  }),
};
