import { roleElement } from "./appRole.ts";
import { eager, type FunctionDefinition, list } from "./definition.ts";

const parameters = [list({ name: "source", summary: "Always [appRoleAssignments]." })] as const;

/** AppRoleAssignmentsComplex gives all app roles of a user as SCIM roles, which are added to those of the target. */
export const appRoleAssignmentsComplex: FunctionDefinition = {
  name: "AppRoleAssignmentsComplex",
  profiles: ["application"],
  summary: "Returns every app role that is assigned to the user, as the JSON text of a SCIM role.",
  remarks: [
    "Every role is sent with primary false; the target attribute must be multi-valued.",
    "Roles are only ever added; AssertiveAppRoleAssignmentsComplex also removes them.",
    "Not to be used with the scope that synchronizes all users and groups.",
  ],
  parameters,
  returns: "list",
  patch: "Add",
  examples: [
    {
      expression: "AppRoleAssignmentsComplex([appRoleAssignments])",
      input: { appRoleAssignments: ['{"id":"b1","value":"Admin","displayName":"Admin"}'] },
      result: ['{"primary":false,"type":"WindowsAzureActiveDirectoryRole","displayName":"Admin","value":"Admin"}'],
    },
  ],
  source:
    "https://learn.microsoft.com/entra/identity/app-provisioning/functions-for-customizing-application-data#approleassignmentscomplex",
  implementation: eager(parameters, (assignments, context) =>
    assignments.length === 0 ? null : assignments.map(assignment => roleElement(assignment, "displayName", context)),
  ),
};
