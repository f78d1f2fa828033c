import * as l10n from "@vscode/l10n";
import type { AttributeMapping, ObjectMapping } from "../../model/configuration.ts";
import { flowsNull } from "../../model/graph/definitionDetails.ts";
import { withoutFlag } from "../../model/graph/regenerate.ts";
import { attributesIn, expressionOf } from "../attributesIn.ts";
import { inJson } from "../fixes.ts";
import { clearValuesPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** Where null values flow, a source without a value clears the target's, which can then not be found by it. */
export const matchingFlownull: Rule = {
  code: "matching-flownull",
  severity: "warning",
  source: `${clearValuesPage}#how-attribute-values-are-cleared`,
  check: report => ({
    AttributeMapping(attributeMapping, mapping) {
      const { inSchema } = mapping.sourceAttributes;
      const use = useOf(attributeMapping, mapping);
      const expression = expressionOf(attributeMapping);
      if (inSchema === undefined || use === undefined || expression === undefined) return;
      const { json, node } = inSchema;
      for (const name of attributesIn(expression)) {
        const definition = node.attributes.find(attribute => attribute.name?.text === name);
        if (definition === undefined || !flowsNull(json, definition)) continue;
        const { text } = attributeMapping.target;
        const message =
          use === "matching"
            ? l10n.t`Null values flow from '${name}' and can clear '${text}', which objects are matched by: let none flow.`
            : l10n.t`Null values flow from '${name}' and can clear '${text}', which the target requires: let none flow.`;
        const fix = inJson(
          l10n.t`Let no null values flow from '${name}'`,
          withoutFlag(json, definition, "flowNullValues"),
        );
        report(expression.span, message, fix);
      }
    },
  }),
};

/** Why the target cannot do without a value. */
function useOf({ target, matchingPrecedence }: AttributeMapping, { targetAttributes }: ObjectMapping) {
  if (matchingPrecedence !== undefined) return "matching";
  return targetAttributes.byName.get(target.text)?.required ? "required" : undefined;
}
