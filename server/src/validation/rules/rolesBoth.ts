import * as l10n from "@vscode/l10n";
import { nameOf } from "../../language/expression/tree.ts";
import type { Span } from "../../language/text.ts";
import type { ObjectMapping } from "../../model/configuration.ts";
import { callsOf } from "../calls.ts";
import { mappingsPage } from "../pages.ts";
import { complexRoleFunctions } from "../roles.ts";
import type { Report, Rule, Scope } from "../rule.ts";

/** The calls in one mapping that give one role, and the first that gives all. */
interface RoleCalls {
  readonly single: Span[];
  all?: { readonly name: string; readonly span: Span; readonly target: string };
}

/** Two ways to give roles would overwrite each other. */
export const rolesBoth: Rule = {
  code: "roles-both",
  severity: "error",
  source: `${mappingsPage}#provisioning-a-role-to-a-scim-app`,
  check: report => {
    const byMapping = new Map<ObjectMapping, RoleCalls>();
    const callsIn = ({ mapping }: Scope) => {
      const found = byMapping.get(mapping) ?? { single: [] };
      byMapping.set(mapping, found);
      return found;
    };
    return {
      calls: {
        SingleAppRoleAssignment(call, scope) {
          const { span } = nameOf(call);
          const { single, all } = callsIn(scope);
          single.push(span);
          if (all !== undefined) reportBoth(report, span, all);
        },
        ...callsOf(complexRoleFunctions, (call, scope, name) => {
          const { span } = nameOf(call);
          const found = callsIn(scope);
          if (found.all !== undefined) return;
          found.all = { name, span, target: scope.attributeMapping.target.text };
          for (const one of found.single) reportBoth(report, one, found.all);
        }),
      },
    };
  },
};

function reportBoth(report: Report, single: Span, all: NonNullable<RoleCalls["all"]>): void {
  report(
    single,
    l10n.t`SingleAppRoleAssignment gives one role, but ${all.name} gives them all to '${all.target}': keep one of the two mappings.`,
    { span: all.span, message: l10n.t("All roles are given here.") },
  );
}
