import assert from "node:assert/strict";
import { memoryTarget } from "../harness/memoryTarget.ts";
import { enterprise, reasons, run, writes } from "./ada.ts";

suite("the pipeline creates", () => {
  test("a user whom the target does not have", async () => {
    const target = memoryTarget();
    const result = await run({ target });
    assert.equal(result.action, "create");
    assert.equal(result.summary, "Ada Lovelace would be created in ServiceNow.");
    assert.deepEqual(result.notes, []);
    assert.deepEqual(reasons(result), {
      userName: "changed",
      active: "changed",
      displayName: "changed",
      'emails[type eq "work"].value': "changed",
      title: "changed",
      nickName: "default",
      [`${enterprise}:department`]: "changed",
      [`${enterprise}:manager`]: "reference",
    });
    assert.deepEqual(result.requests, [
      {
        method: "GET",
        path: "/Users?filter=userName+eq+%22ada%40contoso.com%22",
        purpose: "match",
        sent: true,
        status: 200,
      },
      {
        method: "POST",
        path: "/Users",
        body:
          `{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","${enterprise}"],"userName":"ada@contoso.com",` +
          '"active":true,"displayName":"Ada Lovelace","emails":[{"primary":true,"type":"work","value":"ada@contoso.com"}],' +
          `"meta":{"resourceType":"User"},"nickName":"n/a","title":"Engineer","${enterprise}":{"department":"Engineering"}}`,
        purpose: "create",
        sent: false,
      },
    ]);
    assert.deepEqual(
      target.requests.map(request => request.method),
      ["GET"],
    );
  });

  test("in the shape of Graph's answer", async () => {
    const { onDemand } = await run({});
    assert.deepEqual(
      onDemand.provisioningSteps.map(({ name, type, status }) => [name, type, status]),
      [
        ["EntryImport", "Import", "Success"],
        ["EntrySynchronizationScoping", "Scoping", "Success"],
        ["EntryImportObjectNotFound", "Matching", "Success"],
        ["EntryExportAdd", "Export", "Success"],
      ],
    );
    assert.equal(onDemand.action, "Create");
    assert.deepEqual(onDemand.statusInfo, { status: "Success" });
    assert.deepEqual(onDemand.modifiedProperties[0], {
      displayName: "userName",
      oldValue: null,
      newValue: "ada@contoso.com",
    });
  });

  test("with the default where the source is null, and without what is empty", async () => {
    const result = await run({ user: { displayName: null, mail: "", jobTitle: null } });
    const [create] = writes(result);
    assert.match(create?.body ?? "", /"displayName":"Unknown"/);
    assert.doesNotMatch(create?.body ?? "", /emails|title"/);
    assert.equal(reasons(result).displayName, "default");
    assert.equal(reasons(result).title, "empty");
    assert.deepEqual(
      result.assumptions.map(({ name }) => name),
      ["emptyTextIsNotSent"],
    );
  });

  const absent: readonly (readonly [source: string, value: string | undefined])[] = [
    ["[proxyAddresses]", "Unknown"],
    ["RemoveDuplicates([proxyAddresses])", "Unknown"],
    ["RemoveDuplicates([otherMails])", "Unknown"],
    ['Split("", ",")', "Unknown"],
    ["AppRoleAssignments([appRoleAssignments])", "Unknown"],
    ['Join(",", [proxyAddresses])', undefined],
    ['""', undefined],
  ];
  for (const [source, value] of absent) {
    test(`with the default where ${source} gives no value, ${value === undefined ? "which an empty text is" : "as an empty list is"}`, async () => {
      const mapping = `userName <- [userPrincipalName] match 1 nickName <- ${source} default "Unknown"`;
      const result = await run({ mapping, user: { proxyAddresses: [], otherMails: null } });
      assert.equal(JSON.parse(writes(result)[0]?.body ?? "{}").nickName, value);
    });
  }

  test("and previews no change afterwards", async () => {
    const target = memoryTarget();
    const created = await run({ target, live: true });
    assert.equal(created.onDemand.targetIdentity.id, "1");
    assert.equal(created.summary.split(".")[0], "Ada Lovelace was created in ServiceNow");
    const again = await run({ target });
    assert.equal(again.action, "skip");
    assert.equal(again.onDemand.statusInfo.skipReason, "RedundantExport");
    assert.match(again.summary, /^Ada Lovelace needs no change in ServiceNow: /);
    assert.deepEqual(writes(again), []);
  });
});
