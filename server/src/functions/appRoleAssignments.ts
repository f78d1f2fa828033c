import { roleName } from "./appRole.ts";
import { eager, type FunctionDefinition, list } from "./definition.ts";

const parameters = [list({ name: "source", summary: "Always [appRoleAssignments]." })] as const;

/** AppRoleAssignments gives the names of a user's app roles. */
export const appRoleAssignments: FunctionDefinition = {
  name: "AppRoleAssignments",
  profiles: ["graph"],
  summary: "Returns the names of all app roles that are assigned to the user for this application.",
  remarks: [
    "Only Microsoft Graph's list has it, without a description; it is taken to be SingleAppRoleAssignment for several roles.",
  ],
  parameters,
  returns: "list",
  examples: [
    {
      expression: "AppRoleAssignments([appRoleAssignments])",
      input: {
        appRoleAssignments: [
          '{"id":"b1","value":"Admin","displayName":"Admin"}',
          '{"id":"b2","value":"User","displayName":"User"}',
        ],
      },
      result: ["Admin", "User"],
    },
  ],
  source: "https://learn.microsoft.com/graph/api/synchronization-synchronizationschema-functions",
  implementation: eager(parameters, (assignments, context) =>
    assignments.length === 0 ? null : assignments.map(assignment => roleName(assignment, context)),
  ),
};
