import { roleName } from "./appRole.ts";
import { eager, type FunctionDefinition, list } from "./definition.ts";
import { functionsPage } from "./pages.ts";

const parameters = [list({ name: "source", summary: "Always [appRoleAssignments]." })] as const;

/** SingleAppRoleAssignment gives the app role of a user who has one. */
export const singleAppRoleAssignment: FunctionDefinition = {
  name: "SingleAppRoleAssignment",
  profiles: ["application", "cloudSync"],
  summary: "Returns the one app role that is assigned to the user for this application.",
  parameters,
  returns: "text",
  source: `${functionsPage}#singleapproleassignment`,
  implementation: eager(parameters, (assignments, context) => {
    const first = assignments[0];
    if (first === undefined) return null;
    if (assignments.length > 1) context.assume("singleRoleMember");
    return roleName(first, context);
  }),
};
