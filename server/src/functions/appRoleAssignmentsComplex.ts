import { roleElement } from "./appRole.ts";
import { eager, type FunctionDefinition, list } from "./definition.ts";
import { functionsPage } from "./pages.ts";

const parameters = [list({ name: "source", summary: "Always [appRoleAssignments]." })] as const;

/** AppRoleAssignmentsComplex gives all app roles of a user as SCIM roles, which are added to those of the target. */
export const appRoleAssignmentsComplex: FunctionDefinition = {
  name: "AppRoleAssignmentsComplex",
  profiles: ["application"],
  summary: "Returns every app role that is assigned to the user, as the JSON text of a SCIM role.",
  parameters,
  returns: "list",
  patch: "Add",
  source: `${functionsPage}#approleassignmentscomplex`,
  implementation: eager(parameters, (assignments, context) =>
    assignments.length === 0 ? null : assignments.map(assignment => roleElement(assignment, "displayName", context)),
  ),
};
