import * as l10n from "@vscode/l10n";
import type { ObjectMapping } from "../../model/configuration.ts";
import { insertAt } from "../fixes.ts";
import { mappingsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** Without a matching attribute the service cannot find an object again that it, or anyone, made before. A mapping that is off, as templates have some, looks for none. */
export const noMatchingAttribute: Rule = {
  code: "no-matching-attribute",
  severity: "error",
  source: `${mappingsPage}#matching-users-in-the-source-and-target--systems`,
  check: report => ({
    ObjectMapping(mapping) {
      if (!mapping.enabled) return;
      if (mapping.attributeMappings.some(({ matchingPrecedence }) => matchingPrecedence !== undefined)) return;
      const { text, span } = mapping.name;
      const message = mapping.inSchema
        ? l10n.t`'${text}' has no matching attribute: give matchingPriority 1 to the mapping of one that is unique.`
        : l10n.t`'${text}' has no matching attribute: write 'match 1' behind the mapping of one that is unique.`;
      report(span, message, ...matchFix(mapping));
    },
  }),
};

/** The required attribute of a target, as userName is, is the one that it can be asked for. */
function matchFix({ attributeMappings, targetAttributes }: ObjectMapping) {
  const unique = attributeMappings.find(({ target }) => targetAttributes.byName.get(target.text)?.required);
  return unique === undefined ? [] : [insertAt(unique.span.end, " match 1", l10n.t`Match by '${unique.target.text}'`)];
}
