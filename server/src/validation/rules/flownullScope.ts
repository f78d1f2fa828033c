import * as l10n from "@vscode/l10n";
import type { AttributeDefinition } from "../../language/graph/tree.ts";
import { flowsNull } from "../../model/graph/definitionDetails.ts";
import { withoutFlag } from "../../model/graph/regenerate.ts";
import { usedObjects } from "../../model/graph/writeDeclarations.ts";
import { inJson } from "../fixes.ts";
import { isHumanResourcesToDirectory, isHumanResourcesToEntra } from "../jobs.ts";
import { clearValuesPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** Null values flow from human resources to Entra and Active Directory, one value at a time, and nowhere else. */
export const flownullScope: Rule = {
  code: "flownull-scope",
  severity: "error",
  source: `${clearValuesPage}#preview-scope-and-limitations`,
  check: (report, { template }) => ({
    Schema(schema) {
      const { json } = schema;
      const sources = usedObjects(schema).filter(({ side }) => side === "source");
      const definitions = sources.flatMap(each => each.definitions).flatMap(({ attributes }) => attributes);
      for (const definition of definitions) {
        const name = definition.name?.text ?? "";
        const message = refusalOf(name, definition, template);
        if (message === undefined || !flowsNull(json, definition)) continue;
        const fix = inJson(
          l10n.t`Let no null values flow from '${name}'`,
          withoutFlag(json, definition, "flowNullValues"),
        );
        report(definition.name?.span ?? definition.span, message, fix);
      }
    },
  }),
};

function refusalOf(
  name: string,
  { multivalued }: AttributeDefinition,
  template: string | undefined,
): string | undefined {
  if (multivalued) {
    return l10n.t`Null values cannot flow from '${name}': it is multivalued, and single values alone are cleared.`;
  }
  const isInbound = isHumanResourcesToEntra(template) || isHumanResourcesToDirectory(template);
  if (template === undefined || isInbound) return undefined;
  return l10n.t`Null values cannot flow from '${name}': that is for jobs from Workday, SuccessFactors and the API to Entra or Active Directory.`;
}
