import * as l10n from "@vscode/l10n";
import { nameOf } from "../../language/expression/tree.ts";
import { expressionOf } from "../attributesIn.ts";
import { calls } from "../calls.ts";
import { functionsPage } from "../pages.ts";
import { resultsOf } from "../results.ts";
import type { Rule } from "../rule.ts";

/** Split makes a list, even of a text that it leaves whole. */
export const singleToMultiType: Rule = {
  code: "single-to-multi-type",
  severity: "warning",
  source: `${functionsPage}#split`,
  check: report => ({
    AttributeMapping(attributeMapping, { targetAttributes }) {
      const fact = targetAttributes.byName.get(attributeMapping.target.text);
      const expression = expressionOf(attributeMapping);
      if (fact === undefined || fact.multivalued || expression === undefined) return;
      for (const node of resultsOf(expression)) {
        if (!calls(node, "Split")) continue;
        const message = l10n.t`Split gives several values, and '${fact.name}' holds one: take one with Item, or map an attribute for several.`;
        report(nameOf(node).span, message);
      }
    },
  }),
};
