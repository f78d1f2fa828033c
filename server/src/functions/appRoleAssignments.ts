import { roleName } from "./appRole.ts";
import { eager, type FunctionDefinition, list } from "./definition.ts";
import { graphFunctionsPage } from "./pages.ts";

const parameters = [list({ name: "source", summary: "Always [appRoleAssignments]." })] as const;

/** AppRoleAssignments gives the names of a user's app roles. */
export const appRoleAssignments: FunctionDefinition = {
  name: "AppRoleAssignments",
  profiles: ["graph"],
  summary: "Returns the names of all app roles that are assigned to the user for this application.",
  parameters,
  returns: "list",
  source: graphFunctionsPage,
  implementation: eager(parameters, (assignments, context) =>
    assignments.length === 0 ? null : assignments.map(assignment => roleName(assignment, context)),
  ),
};
