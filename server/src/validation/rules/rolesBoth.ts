import { walk } from "../../language/expression/tree.ts";
import type { AttributeMapping } from "../../model/configuration.ts";
import { calledOf } from "../calls.ts";
import { mappingsPage } from "../pages.ts";
import { complexRoleFunctions, roleFunctions } from "../roles.ts";
import type { Rule } from "../rule.ts";

/** Two ways to give roles would overwrite each other. */
export const rolesBoth: Rule = {
  code: "roles-both",
  severity: "error",
  source: `${mappingsPage}#provisioning-a-role-to-a-scim-app`,
  summary: "A mapping gives either one role or all of them.",
  bad: 'roles <- AssertiveAppRoleAssignmentsComplex([appRoleAssignments]) roles[primary eq "True"].value <- SingleAppRoleAssignment([appRoleAssignments])',
  good: "roles <- AssertiveAppRoleAssignmentsComplex([appRoleAssignments])",
  check: report => ({
    ObjectMapping({ attributeMappings }) {
      const used = attributeMappings.flatMap(rolesIn);
      const all = used.find(({ name }) => complexRoleFunctions.has(name));
      if (all === undefined) return;
      for (const { name, span } of used) {
        if (name !== "SingleAppRoleAssignment") continue;
        report(
          span,
          `${name} gives one role, but ${all.name} gives them all to '${all.target}': keep one of the two mappings.`,
          { span: all.span, message: "All roles are given here." },
        );
      }
    },
  }),
};

function rolesIn({ source, target }: AttributeMapping) {
  if (!("expression" in source)) return [];
  return walk(source.expression).flatMap(node => {
    const name = calledOf(node, roleFunctions);
    return name === undefined || node.kind !== "Call" ? [] : [{ name, span: node.name.span, target: target.text }];
  });
}
