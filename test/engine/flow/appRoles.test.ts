import assert from "node:assert/strict";
import type { Resource } from "../../../server/src/engine/ports.ts";
import { memoryTarget } from "../../harness/memoryTarget.ts";
import { run, writes } from "../ada.ts";

const assignment = (name: string) => JSON.stringify({ id: `id-${name}`, value: name, displayName: name });
const mapping = (name: string) => `userName <- [userPrincipalName] match 1 roles <- ${name}([appRoleAssignments])`;
const blocks =
  'attributes target "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User" { roles: String, multivalued }';

async function bodyOf(functionName: string, assigned: readonly string[], account?: Resource) {
  const result = await run({
    mapping: mapping(functionName),
    blocks,
    user: { appRoleAssignments: assigned.map(assignment) },
    target: memoryTarget(...(account ? [{ userName: "ada@contoso.com", ...account }] : [])),
  });
  const [write] = writes(result);
  return { result, body: JSON.parse(write?.body ?? "null") };
}

/** The requests that customize-application-attributes shows, "Provisioning a role to a SCIM app". */
suite("app roles", () => {
  const type = "WindowsAzureActiveDirectoryRole";

  test("are created as objects, none of them primary", async () => {
    const complex = await bodyOf("AppRoleAssignmentsComplex", ["Admin", "User"]);
    assert.deepEqual(complex.body.roles, [
      { primary: false, type, displayName: "Admin", value: "Admin" },
      { primary: false, type, displayName: "User", value: "User" },
    ]);
    const assertive = await bodyOf("AssertiveAppRoleAssignmentsComplex", ["User"]);
    assert.deepEqual(assertive.body.roles, [{ primary: false, type, display: "User", value: "User" }]);
  });

  const target = { roles: [{ value: "Admin", primary: false }, { value: "Owner" }] };

  test("are added by AppRoleAssignmentsComplex, each as JSON text, and never removed", async () => {
    const { body } = await bodyOf("AppRoleAssignmentsComplex", ["Admin", "User"], target);
    assert.deepEqual(body.Operations, [
      { op: "Add", path: "roles", value: [{ value: '{"id":"id-User","value":"User","displayName":"User"}' }] },
    ]);
    const none = await bodyOf("AppRoleAssignmentsComplex", ["Admin"], target);
    assert.equal(none.result.onDemand.statusInfo.skipReason, "RedundantExport");
  });

  test("are known again where the target keeps the JSON text that it was sent", async () => {
    const kept = { roles: [{ value: '{"value":"Admin","displayName":"Admin"}' }] };
    const { result } = await bodyOf("AppRoleAssignmentsComplex", ["Admin"], kept);
    assert.equal(result.onDemand.statusInfo.skipReason, "RedundantExport");
  });

  test("replace those of the target with AssertiveAppRoleAssignmentsComplex", async () => {
    const { body } = await bodyOf("AssertiveAppRoleAssignmentsComplex", ["Admin", "User"], target);
    assert.deepEqual(body.Operations, [
      {
        op: "replace",
        path: "roles",
        value: [
          { primary: false, type, display: "Admin", value: "Admin" },
          { primary: false, type, display: "User", value: "User" },
        ],
      },
    ]);
    const same = await bodyOf("AssertiveAppRoleAssignmentsComplex", ["Owner", "Admin"], target);
    assert.equal(same.result.onDemand.statusInfo.skipReason, "RedundantExport");
  });
});
