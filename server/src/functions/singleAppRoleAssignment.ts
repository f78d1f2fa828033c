import { type CallContext, eager, type FunctionDefinition, list } from "./definition.ts";
import { type Scalar, toText } from "./values.ts";

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
  implementation: eager(parameters, ([assignments], context) => {
    const first = assignments[0];
    if (first === undefined) return null;
    if (assignments.length > 1) context.assume("singleRoleMember");
    return roleText(first, context);
  }),
};

/** The name of a role that is the JSON text of its assignment, or already a name. */
function roleText(assignment: Scalar, { assumptions, assume }: CallContext): string {
  const role = membersOf(toText(assignment));
  if (role === undefined) return toText(assignment);
  if (role.displayName !== role.value) assume("singleRoleMember");
  return role[assumptions.singleRoleMember];
}

function membersOf(assignment: string): { readonly displayName: string; readonly value: string } | undefined {
  try {
    const { displayName, value } = JSON.parse(assignment) as { displayName?: unknown; value?: unknown };
    if (typeof displayName !== "string" && typeof value !== "string") return undefined;
    return { displayName: String(displayName ?? value), value: String(value ?? displayName) };
  } catch {
    return undefined;
  }
}
