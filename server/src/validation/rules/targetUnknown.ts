import * as l10n from "@vscode/l10n";
import { objectFilter } from "../../functions/specialWords.ts";
import { nearestOf, offer } from "../didYouMean.ts";
import { changeTo, declare, howToDeclare } from "../fixes.ts";
import { mappingsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** The service fails with SchemaAttributeNotFound where the target's attribute list lacks an attribute. */
export const targetUnknown: Rule = {
  code: "target-unknown",
  severity: "error",
  source: `${mappingsPage}#editing-the-list-of-supported-attributes`,
  check: report => ({
    ObjectMapping(mapping) {
      const { known, byName } = mapping.targetAttributes;
      const unknown = known ? mapping.attributeMappings.filter(({ target }) => !byName.has(target.text)) : [];
      if (unknown.length === 0) return;
      const extensions = extensionsByAttribute(byName.keys());
      const nearest = nearestOf(byName.keys());
      for (const { target } of unknown) {
        if (knownElsewhere.includes(target.text.toLowerCase())) continue;
        const meant = extensions.get(target.text) ?? nearest(target.text);
        const how = howToDeclare("target", mapping.targetObject.text, mapping.targetAttributes);
        const remedy = offer(meant, l10n.t`If it has one, ${how}.`);
        const fixes = meant === undefined ? [] : [changeTo(target.span, meant)];
        const message = l10n.t`The target has no attribute '${target.text}'.` + remedy;
        report(target.span, message, ...fixes, declare("target", target.text, mapping));
      }
    },
  }),
};

/** What other rules and the engine know: the key that the target gives itself, and the attribute that is never sent. */
const knownElsewhere: readonly string[] = ["id", objectFilter.toLowerCase()];

/** The attributes behind the URN of a schema extension, by their own name: SCIM's `department`. */
function extensionsByAttribute(names: Iterable<string>): ReadonlyMap<string, string> {
  const extensions = [...names].filter(name => name.startsWith("urn:"));
  return new Map(extensions.map(name => [name.slice(name.lastIndexOf(":") + 1), name]));
}
