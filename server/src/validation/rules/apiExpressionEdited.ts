import * as l10n from "@vscode/l10n";
import { apiExpressionsOf } from "../../model/graph/definitionDetails.ts";
import { usedObjects } from "../../model/graph/writeDeclarations.ts";
import { isOfHumanResources } from "../jobs.ts";
import { mappingsPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** An API expression says where a connector of human resources finds an attribute; other connectors have no use for one. */
export const apiExpressionEdited: Rule = {
  code: "api-expression-edited",
  severity: "warning",
  source: `${mappingsPage}#editing-the-list-of-supported-attributes`,
  check: (report, { template }) => ({
    Schema(schema) {
      if (template === undefined || isOfHumanResources(template)) return;
      const definitions = usedObjects(schema).flatMap(each => each.definitions);
      for (const definition of definitions.flatMap(({ attributes }) => attributes)) {
        for (const { span } of apiExpressionsOf(schema.json, definition)) {
          const message = l10n.t`'${definition.name?.text ?? ""}' has an API expression, which is for Workday and SuccessFactors: take it out.`;
          report(span, message);
        }
      }
    },
  }),
};
