import { objectFilter } from "../../functions/specialWords.ts";
import { didYouMean, offer } from "../didYouMean.ts";
import { changeTo, declare } from "../fixes.ts";
import { mappingsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** The service fails with SchemaAttributeNotFound where the target's attribute list lacks an attribute. */
export const targetUnknown: Rule = {
  code: "target-unknown",
  severity: "error",
  source: `${mappingsPage}#editing-the-list-of-supported-attributes`,
  summary: "Every target attribute is one of the target object's, or is declared.",
  bad: "dispalyName <- [displayName]",
  good: "displayName <- [displayName]",
  check: report => ({
    AttributeMapping({ target }, mapping) {
      const { known, byName } = mapping.targetAttributes;
      if (!known || byName.has(target.text) || knownElsewhere.includes(target.text.toLowerCase())) return;
      const meant = inExtension(target.text, byName.keys()) ?? didYouMean(target.text, byName.keys());
      const remedy =
        offer(meant) || ` If it has one, declare it: attributes target "${mapping.targetObject.text}" { … }.`;
      const fixes = meant === undefined ? [] : [changeTo(target.span, meant)];
      const message = `The target has no attribute '${target.text}'.${remedy}`;
      report(target.span, message, ...fixes, declare("target", target.text, mapping));
    },
  }),
};

/** What other rules and the engine know: the key that the target gives itself, and the attribute that is never sent. */
const knownElsewhere: readonly string[] = ["id", objectFilter.toLowerCase()];

/** The attribute that carries this name behind the URN of a schema extension, as SCIM's `department` does. */
function inExtension(name: string, candidates: Iterable<string>): string | undefined {
  return [...candidates].find(candidate => candidate.startsWith("urn:") && candidate.endsWith(`:${name}`));
}
