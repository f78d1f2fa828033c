import * as l10n from "@vscode/l10n";
import type { Clause, ObjectMapping } from "../../model/configuration.ts";
import { scopingPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** Attributes that known-issues and the page on scoping filters name, some of them of Workday and SuccessFactors. */
const unsupported: ReadonlySet<string> = new Set([
  "appRoleAssignments",
  "userType",
  "manager",
  "members",
  "StatusHireDate",
  "startDate",
  "endDate",
  "StatusTerminationDate",
  "accountExpires",
]);

/** Some attributes cannot be filtered by, whatever the operator. */
export const scopeUnsupportedAttribute: Rule = {
  code: "scope-unsupported-attribute",
  severity: "error",
  source: `${scopingPage}#create-a-scoping-filter`,
  check: report => ({
    Clause(clause, mapping) {
      const kind = unsupportedKind(clause, mapping);
      if (kind === undefined || clause.operator.text === "") return;
      const message = l10n.t`Entra cannot filter by ${kind}: filter by another attribute, or assign a group of those who are meant.`;
      report(clause.attribute.span, message);
    },
  }),
};

function unsupportedKind({ attribute: { text } }: Clause, { sourceAttributes }: ObjectMapping): string | undefined {
  const type = sourceAttributes.byName.get(text)?.type;
  if (type === "DateTime") return l10n.t`dates such as '${text}'`;
  if (type === "Reference") return l10n.t`references such as '${text}'`;
  const isKnownElsewhere = sourceAttributes.known && type === undefined && text !== "userType";
  return unsupported.has(text) && !isKnownElsewhere ? `'${text}'` : undefined;
}
