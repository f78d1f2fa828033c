import { roleElement } from "./appRole.ts";
import { eager, type FunctionDefinition, list } from "./definition.ts";
import { mappingsPage } from "./pages.ts";

const parameters = [list({ name: "source", summary: "Always [appRoleAssignments]." })] as const;

/** AssertiveAppRoleAssignmentsComplex gives all app roles of a user as SCIM roles, which replace those of the target. */
export const assertiveAppRoleAssignmentsComplex: FunctionDefinition = {
  name: "AssertiveAppRoleAssignmentsComplex",
  profiles: ["application"],
  summary: "Returns every app role that is assigned to the user, as the JSON text of a SCIM role; others are removed.",
  parameters,
  returns: "list",
  patch: "Replace",
  source: `${mappingsPage}#provisioning-a-role-to-a-scim-app`,
  implementation: eager(parameters, (assignments, context) =>
    assignments.length === 0 ? null : assignments.map(assignment => roleElement(assignment, "display", context)),
  ),
};
