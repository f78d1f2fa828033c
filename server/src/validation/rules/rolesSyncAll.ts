import * as l10n from "@vscode/l10n";
import { nameOf } from "../../language/expression/tree.ts";
import type { Configuration } from "../../model/configuration.ts";
import { callsOf } from "../calls.ts";
import { changeTo } from "../fixes.ts";
import { mappingsPage } from "../pages.ts";
import { roleFunctions } from "../roles.ts";
import type { Fix, Rule } from "../rule.ts";

/** Roles come with assignments, so they cannot be provisioned to those who are not assigned. */
export const rolesSyncAll: Rule = {
  code: "roles-sync-all",
  severity: "error",
  source: `${mappingsPage}#provisioning-a-role-to-a-scim-app`,
  check: (report, configuration) => ({
    calls: callsOf(roleFunctions, (call, _scope, name) => {
      if (configuration.application?.scope !== "all") return;
      const message = l10n.t`${name} does not work with the scope of all users and groups: roles belong to assignments. Set scope: assigned.`;
      report(nameOf(call).span, message, ...assigned(configuration));
    }),
  }),
};

function assigned({ propertyBlocks }: Configuration): readonly Fix[] {
  return propertyBlocks
    .filter(({ block }) => block === "application")
    .flatMap(({ properties }) => properties.filter(({ name }) => name.text === "scope"))
    .flatMap(({ values }) => values.slice(0, 1))
    .map(({ span }) => changeTo(span, "assigned", l10n.t("Change the scope to assigned")));
}
