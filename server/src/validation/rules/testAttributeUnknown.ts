import { objectStates } from "../../catalogue/properties.ts";
import { writeName } from "../../language/provmap/writeName.ts";
import { onDemandPage } from "../pages.ts";
import type { Rule } from "../rule.ts";
import { unknownReporter } from "../sourceAttributes.ts";

/** No mapping reads an attribute that the source object does not have. */
export const testAttributeUnknown: Rule = {
  code: "test-attribute-unknown",
  severity: "error",
  source: onDemandPage,
  check: report => {
    const reportUnknown = unknownReporter(report);
    return {
      MappingTest({ subjects }, mapping) {
        if (mapping === undefined || !mapping.sourceAttributes.known) return;
        for (const { name } of subjects.flatMap(({ attributes }) => attributes)) {
          const isKnown = mapping.sourceAttributes.byName.has(name.text);
          if (isKnown || objectStates.some(({ word }) => word === name.text)) continue;
          reportUnknown({ name, write: writeName }, mapping);
        }
      },
    };
  },
};
