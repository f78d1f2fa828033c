import * as l10n from "@vscode/l10n";
import { writeName } from "../../language/provmap/writeName.ts";
import type { ObjectMapping } from "../../model/configuration.ts";
import type { ExpectedMember, MappingTest } from "../../model/mappingTest.ts";
import { didYouMean, offer } from "../didYouMean.ts";
import { changeTo } from "../fixes.ts";
import { onDemandPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** No value ever comes where nothing flows. */
export const testTargetUnmapped: Rule = {
  code: "test-target-unmapped",
  severity: "error",
  source: onDemandPage,
  check: report => ({
    MappingTest({ expectations, existing }, mapping) {
      if (mapping === undefined) return;
      const targets = mapping.attributeMappings.map(({ target }) => target.text);
      for (const { action, attributes } of expectations) {
        for (const expected of attributes) {
          const { text, span } = expected.name;
          if (!flowing.includes(action.text) || targets.includes(text) || mayHold(expected, existing, mapping))
            continue;
          const meant = didYouMean(text, targets);
          const fixes = meant === undefined ? [] : [changeTo(span, writeName(meant), l10n.t`Change to '${meant}'`)];
          const remedy = offer(meant, l10n.t("Map it, or expect nothing of it."));
          report(span, l10n.t`The mapping '${mapping.name.text}' does not map '${text}'.` + remedy, ...fixes);
        }
      }
    },
  }),
};

const flowing: readonly string[] = ["create", "update", "disable"];

/** What the target has by itself stays, and what it has not stays absent. */
function mayHold(
  { name, value }: ExpectedMember,
  existing: MappingTest["existing"],
  { targetAttributes: { known, byName } }: ObjectMapping,
): boolean {
  if (value === null) return !known || byName.has(name.text);
  return existing?.some(member => name.text.startsWith(member.name.text)) ?? false;
}
