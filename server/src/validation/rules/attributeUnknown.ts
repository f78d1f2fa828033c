import { didYouMean, offer } from "../didYouMean.ts";
import { changeTo, declare } from "../fixes.ts";
import { mappingsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";
import { eachSourceAttribute, inAnotherCase } from "../sourceAttributes.ts";

/** Entra refuses to save a mapping or a filter with an attribute that is not in the source's attribute list. */
export const attributeUnknown: Rule = {
  code: "attribute-unknown",
  severity: "error",
  source: `${mappingsPage}#editing-the-list-of-supported-attributes`,
  summary: "Every source attribute is one of the source object's, or is declared.",
  bad: "title <- [jobTitel]",
  good: "title <- [jobTitle]",
  check: report =>
    eachSourceAttribute(({ name, write }, mapping) => {
      const { byName } = mapping.sourceAttributes;
      if (byName.has(name.text) || inAnotherCase(name.text, mapping) !== undefined) return;
      const object = mapping.sourceObject.text;
      const meant = didYouMean(name.text, byName.keys());
      const remedy = offer(meant) || ` If it is an extension, declare it: attributes source "${object}" { … }.`;
      const fixes = meant === undefined ? [] : [changeTo(name.span, write(meant))];
      const message = `${object} has no attribute '${name.text}'.${remedy}`;
      report(name.span, message, ...fixes, declare("source", name.text, mapping));
    }),
};
