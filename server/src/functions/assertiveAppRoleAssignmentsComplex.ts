import { roleElement } from "./appRole.ts";
import { eager, type FunctionDefinition, list } from "./definition.ts";

const parameters = [list({ name: "source", summary: "Always [appRoleAssignments]." })] as const;

/** AssertiveAppRoleAssignmentsComplex gives all app roles of a user as SCIM roles, which replace those of the target. */
export const assertiveAppRoleAssignmentsComplex: FunctionDefinition = {
  name: "AssertiveAppRoleAssignmentsComplex",
  profiles: ["application"],
  summary: "Returns every app role that is assigned to the user, as the JSON text of a SCIM role; others are removed.",
  remarks: [
    "Every role is sent with primary false; the target attribute must be multi-valued.",
    "The whole list is replaced, so that roles of the target that are not assigned in Microsoft Entra ID go away.",
    "Not to be used with the scope that synchronizes all users and groups.",
  ],
  parameters,
  returns: "list",
  patch: "Replace",
  examples: [
    {
      expression: "AssertiveAppRoleAssignmentsComplex([appRoleAssignments])",
      input: { appRoleAssignments: ['{"id":"b1","value":"User","displayName":"User"}'] },
      result: ['{"primary":false,"type":"WindowsAzureActiveDirectoryRole","display":"User","value":"User"}'],
    },
  ],
  source:
    "https://learn.microsoft.com/entra/identity/app-provisioning/customize-application-attributes#provisioning-a-role-to-a-scim-app",
  implementation: eager(parameters, (assignments, context) =>
    assignments.length === 0 ? null : assignments.map(assignment => roleElement(assignment, "display", context)),
  ),
};
