import { roleName } from "./appRole.ts";
import { eager, type FunctionDefinition, list } from "./definition.ts";

const parameters = [list({ name: "source", summary: "Always [appRoleAssignments]." })] as const;

/** SingleAppRoleAssignment gives the app role of a user who has one. */
export const singleAppRoleAssignment: FunctionDefinition = {
  name: "SingleAppRoleAssignment",
  profiles: ["application", "cloudSync"],
  summary: "Returns the one app role that is assigned to the user for this application.",
  remarks: [
    "With several roles assigned it is not defined which one is returned; here it is the first.",
    "Not to be used with the scope that synchronizes all users and groups.",
  ],
  parameters,
  returns: "text",
  examples: [
    {
      expression: "SingleAppRoleAssignment([appRoleAssignments])",
      input: { appRoleAssignments: ['{"id":"b1","value":"Admin","displayName":"Administrator"}'] },
      result: "Administrator",
    },
  ],
  source:
    "https://learn.microsoft.com/entra/identity/app-provisioning/functions-for-customizing-application-data#singleapproleassignment",
  implementation: eager(parameters, (assignments, context) => {
    const first = assignments[0];
    if (first === undefined) return null;
    if (assignments.length > 1) context.assume("singleRoleMember");
    return roleName(first, context);
  }),
};
