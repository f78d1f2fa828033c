import { mappingsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";
import { eachSourceAttribute, inAnotherCase, unknownReporter } from "../sourceAttributes.ts";
import { unavailableAttribute } from "../unavailableAttributes.ts";

/** Entra refuses to save a mapping or a filter with an attribute that is not in the source's attribute list. */
export const attributeUnknown: Rule = {
  code: "attribute-unknown",
  severity: "error",
  source: `${mappingsPage}#editing-the-list-of-supported-attributes`,
  check: report => {
    const reportUnknown = unknownReporter(report);
    return eachSourceAttribute((use, mapping) => {
      const { text } = use.name;
      if (mapping.sourceAttributes.byName.has(text) || inAnotherCase(text, mapping) !== undefined) return;
      if (unavailableAttribute(text, mapping) !== undefined) return;
      reportUnknown(use, mapping);
    });
  },
};
