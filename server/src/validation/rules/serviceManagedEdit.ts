import * as l10n from "@vscode/l10n";
import { printExpression } from "../../language/expression/print.ts";
import type { AttributeMapping } from "../../model/configuration.ts";
import { expressionOf } from "../attributesIn.ts";
import { changeTo, remove } from "../fixes.ts";
import { isCloudSyncToDirectory } from "../jobs.ts";
import { entraToDirectoryPage } from "../pages.ts";
import type { Fix, Rule } from "../rule.ts";

/** The expressions that the service gives its own attributes, the usual one first; none for what it only reads. */
const managed: Readonly<Record<string, readonly string[]>> = {
  adminDescription: ['Append("Group_", [objectId])', 'Append("User_", [objectId])'],
  "msDS-ExternalDirectoryObjectId": ['Append("Group_", [objectId])', 'Append("User_", [objectId])'],
  ObjectGUID: [],
  member: ["[members]"],
  isSecurityGroup: ['"True"'],
  UniversalScope: ['"True"'],
};

/** By these attributes cloud sync finds what it made in Active Directory. */
export const serviceManagedEdit: Rule = {
  code: "service-managed-edit",
  severity: "error",
  source: `${entraToDirectoryPage}#change-other-attribute-mappings-as-needed`,
  check: (report, { template }) => ({
    AttributeMapping(attributeMapping) {
      const { target, source } = attributeMapping;
      const shipped = isCloudSyncToDirectory(template) ? managed[target.text] : undefined;
      if (shipped === undefined || source.kind === "Unreadable") return;
      const expression = expressionOf(attributeMapping);
      const written = expression && printExpression(expression);
      if (shipped.includes(written ?? "")) return;
      const [own] = shipped;
      const message =
        own === undefined
          ? l10n.t`'${target.text}' belongs to the service: remove its mapping.`
          : l10n.t`'${target.text}' belongs to the service: map it as ${own}, as the service does.`;
      report(target.span, message, ...restore(attributeMapping, shipped));
    },
  }),
};

function restore(attributeMapping: AttributeMapping, [shipped]: readonly string[]): readonly Fix[] {
  const { source, span, target } = attributeMapping;
  if (shipped === undefined) return [remove(span, l10n.t`Remove the mapping of '${target.text}'`)];
  return [changeTo("expression" in source ? source.expression.span : source.span, shipped)];
}
