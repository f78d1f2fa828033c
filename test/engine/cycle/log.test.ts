import assert from "node:assert/strict";
import type { TargetSystem } from "../../../server/src/engine/ports.ts";
import { jobText, memoryTarget, person, refusing, testJob, userMappings } from "../../harness/cycles.ts";

suite("the log of a cycle", () => {
  test("log each object in the shape of Graph's provisioningObjectSummary", async () => {
    const job = testJob({ target: memoryTarget() });
    const { activityIdentifier } = await job.run([person("ada", { mail: "a@contoso.com" })]);
    const [entry] = job.entries();
    assert.deepEqual(
      { ...entry, provisioningSteps: entry?.provisioningSteps.map(({ name, status }) => [name, status]) },
      {
        id: entry?.id,
        changeId: entry?.id,
        activityDateTime: "2026-03-02T09:30:00.000Z",
        jobId: entry?.jobId,
        cycleId: activityIdentifier,
        provisioningAction: "create",
        durationInMilliseconds: 0,
        provisioningStatusInfo: { status: "success", errorInformation: null },
        provisioningSteps: [
          ["EntryImport", "success"],
          ["EntrySynchronizationScoping", "success"],
          ["EntryImportObjectNotFound", "success"],
          ["EntryExportAdd", "success"],
        ],
        modifiedProperties: [
          { displayName: "userName", oldValue: null, newValue: "ada@contoso.com" },
          { displayName: "active", oldValue: null, newValue: "True" },
          { displayName: "displayName", oldValue: null, newValue: "ada" },
        ],
        servicePrincipal: { id: "", displayName: "Learning" },
        sourceSystem: { id: "", displayName: "Microsoft Entra ID", details: {} },
        targetSystem: { id: "", displayName: "Learning", details: { Endpoint: "sandbox" } },
        initiatedBy: { id: "", displayName: "Mapwright", initiatorType: "system" },
        sourceIdentity: {
          id: "ada",
          displayName: "ada",
          identityType: "User",
          details: { userPrincipalName: "ada@contoso.com", mail: "a@contoso.com" },
        },
        targetIdentity: { id: "1", displayName: "ada", identityType: "User", details: {} },
      },
    );
  });

  test("store and log nothing that is redacted, and no password", async () => {
    const canary = "canary-3f9a1c";
    const users = `${userMappings} nickName <- Redact([employeeId]) password <- [extensionAttribute1]`;
    const job = testJob({ target: refusing(memoryTarget(), body => body.includes("bob")), text: jobText({ users }) });
    const secret = { employeeId: `${canary}-1`, extensionAttribute1: `${canary}-2` };
    await job.run([person("ada", secret), person("bob", secret)]);
    const kept = [job.store.objects.exported("ada"), job.store.escrows.all(9), job.entries(), job.store.intents.all()];
    assert.doesNotMatch(JSON.stringify(kept), new RegExp(canary));
    assert.deepEqual(Object.keys(job.store.objects.exported("ada")).toSorted(), [
      "active",
      "displayName",
      "nickName",
      "password",
      "userName",
    ]);
  });

  for (const status of [400, 403, 500]) {
    test(`store and log nothing that is redacted where an answer of ${status} quotes it`, async () => {
      const canary = "canary-5b7e2d";
      const target = memoryTarget();
      const quoting: TargetSystem = {
        send: async ({ method, path, body = "" }) =>
          method === "GET"
            ? target.send({ method, path })
            : { kind: "failure", status, detail: body, message: `Not ${body}.`, remedy: `Look at ${body}.` },
      };
      const users = `${userMappings} nickName <- Redact([employeeId])`;
      const job = testJob({ target: quoting, text: jobText({ users }) });
      const execution = await job.run([person("ada", { employeeId: canary })]);
      const kept = [execution, job.store.state(), job.store.escrows.all(9), job.entries()];
      assert.match(JSON.stringify(kept), /Not .*\[Redact\]/);
      assert.doesNotMatch(JSON.stringify(kept), new RegExp(canary));
    });
  }
});
