import * as l10n from "@vscode/l10n";
import { attributesIn, expressionOf } from "../attributesIn.ts";
import { calls } from "../calls.ts";
import { mappingsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** Entra refuses to save a matching attribute that is made of several source attributes (SchemaInvalid). */
export const matchingManySources: Rule = {
  code: "matching-many-sources",
  severity: "error",
  source: `${mappingsPage}#matching-users-in-the-source-and-target--systems`,
  check: report => ({
    AttributeMapping(attributeMapping) {
      const expression = expressionOf(attributeMapping);
      if (attributeMapping.matchingPrecedence === undefined || expression === undefined) return;
      const names = [...attributesIn(expression)];
      if (names.length < 2 || calls(expression, "SelectUniqueValue")) return;
      const [others, last] = [names.slice(0, -1).join(", "), names.slice(-1).join()];
      const message = l10n.t`'${attributeMapping.target.text}' matches, so it can be made of one source attribute alone, not of ${others} and ${last}: Entra would refuse to save it.`;
      report(expression.span, message);
    },
  }),
};
