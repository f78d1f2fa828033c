import * as l10n from "@vscode/l10n";
import { findOperator } from "../../catalogue/operators.ts";
import type { Clause, ScopingFilter } from "../../model/configuration.ts";
import { attributesIn, expressionOf } from "../attributesIn.ts";
import { knownIssuesPage } from "../pages.ts";
import type { Rule } from "../rule.ts";

/** What a person seldom shares with the manager. */
const personal: ReadonlySet<string> = new Set([
  "jobTitle",
  "displayName",
  "givenName",
  "surname",
  "mail",
  "mailNickname",
  "userPrincipalName",
  "originalUserPrincipalName",
  "employeeId",
  "objectId",
]);

/**
 * A manager who is out of scope is not referred to, nor when coming into scope later. That is told where every filter asks
 * for something that managers seldom have in common with their people.
 */
export const scopeManagerOut: Rule = {
  code: "scope-manager-out",
  severity: "warning",
  source: `${knownIssuesPage}#manager-isnt-provisioned`,
  check: report => ({
    ObjectMapping({ attributeMappings, filters }) {
      const scoping = filters.filter(({ group, clauses }) => group === "scoping" && clauses.length > 0);
      const manager = attributeMappings.find(one => attributesIn(expressionOf(one)).has("manager"));
      const clause = personalClause(scoping[0]);
      if (manager === undefined || clause === undefined || !scoping.every(personalClause)) return;
      const message = l10n.t`Managers seldom pass '${clause.attribute.text} ${clause.operator.text}', and a manager who is out of scope is not provisioned as '${manager.target.text}', until provisioning is restarted: add a filter that lets them pass, or do not map it.`;
      report(clause.attribute.span, message);
    },
  }),
};

function personalClause(filter: ScopingFilter | undefined): Clause | undefined {
  return filter?.clauses.find(
    ({ attribute, operator }) => personal.has(attribute.text) && findOperator(operator.text)?.name === "EQUALS",
  );
}
