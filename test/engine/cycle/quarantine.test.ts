import assert from "node:assert/strict";
import { newJob, type QuarantineReason } from "../../../server/src/engine/cycle/jobState.ts";
import { quarantined, thresholdReached } from "../../../server/src/engine/cycle/quarantine.ts";
import { nextAttempt } from "../../../server/src/engine/cycle/retrySchedule.ts";
import type { ScimFailure, TargetSystem } from "../../../server/src/engine/ports.ts";
import { hour, jobText, memoryTarget, person, readText, testJob } from "../../harness/cycles.ts";

/** The cases of application-provisioning-quarantine-status, "Escrow thresholds", and those at the edges. */
const thresholds: readonly (readonly [failures: number, references: number, successes: number, QuarantineReason?])[] = [
  [4_000, 0, 0],
  [4_999, 0, 0],
  [5_000, 0, 0, "EncounteredEscrowProportionThreshold"],
  [45_000, 0, 1_000_000, "EncounteredBaseEscrowThreshold"],
  [30_000, 0, 5_000, "EncounteredEscrowProportionThreshold"],
  [20_000, 0, 100_000],
  [40_000, 21_000, 1_000_000, "EncounteredTotalEscrowThreshold"],
  [40_000, 20_000, 1_000_000],
  [0, 60_000, 0],
  [0, 60_001, 0, "EncounteredTotalEscrowThreshold"],
  [8_000, 30_000, 12_000],
  [8_001, 0, 12_000, "EncounteredEscrowProportionThreshold"],
];

const error = { code: "Unauthorized", message: "Refused.", recommendedAction: "Correct the secret." };
const start = Date.UTC(2026, 2, 2);

function refusing(failure: Partial<Omit<ScimFailure, "kind">>, from = 0): TargetSystem {
  const target = memoryTarget();
  let count = 0;
  return {
    send: async request =>
      count++ < from ? target.send(request) : { kind: "failure", message: "No.", remedy: "Correct it.", ...failure },
  };
}

suite("quarantine", () => {
  for (const [failures, referenceFailures, successes, reason] of thresholds) {
    test(`${failures} failures, ${referenceFailures} of references, ${successes} successes: ${reason ?? "none"}`, () => {
      assert.equal(thresholdReached({ failures, referenceFailures, successes }), reason);
    });
  }

  test("is tried again after 6, 12 and 24 hours, then every day", () => {
    const hours = [1, 2, 3, 4, 5, 28].map(attempts => nextAttempt(start, attempts, start) - start);
    assert.deepEqual(
      hours,
      [6, 12, 24, 48, 72, 26 * 24].map(count => count * hour),
    );
    assert.equal(nextAttempt(start, 2, start + 100 * hour), start + 106 * hour);
  });

  test("counts its series, and disables the job after four weeks", () => {
    let state = newJob("job");
    for (let day = 0; day <= 29; day++)
      state = quarantined(state, "EncounteredQuarantineException", error, start + day * 24 * hour);
    const { quarantine, disabled } = state;
    assert.deepEqual([quarantine?.seriesCount, quarantine?.seriesBegan], [29, "2026-03-02T00:00:00.000Z"]);
    assert.equal(disabled, "2026-03-31T00:00:00.000Z");
  });

  const atOnce: readonly (readonly [sentence: string, target: TargetSystem, code: string])[] = [
    ["refused credentials", refusing({ status: 401 }), "Unauthorized"],
    ["credentials that are refused halfway", refusing({ status: 403 }, 5), "InsufficientRights"],
    [
      "an endpoint without the queries of SCIM",
      refusing({ status: 404 }),
      "SystemForCrossDomainIdentityManagementServiceIncompatible",
    ],
    [
      "a query that is answered with 404 halfway",
      refusing({ status: 404 }, 4),
      "SystemForCrossDomainIdentityManagementServiceIncompatible",
    ],
    ["an endpoint that does not answer", refusing({}), "WebExceptionProtocolError"],
    [
      "a delivery that finds it unreachable",
      refusing({ halt: { reason: "unreachable" } }, 5),
      "WebExceptionProtocolError",
    ],
  ];
  for (const [sentence, target, code] of atOnce) {
    test(`comes at once for ${sentence}, with one entry and no flood`, async () => {
      const job = testJob({ target });
      const everybody = ["ada", "bob", "cid", "dan", "eve"].map(name => person(name));
      const execution = await job.run(everybody);
      assert.deepEqual([execution.state, execution.error?.code], ["Failed", code]);
      const { quarantine, watermark } = job.store.state();
      assert.deepEqual([quarantine?.reason, watermark], ["EncounteredQuarantineException", undefined]);
      assert.deepEqual(job.entries().filter(entry => entry.provisioningStatusInfo.status === "failure").length, 1);
      assert.equal(job.store.escrows.count("object"), 0);
    });
  }

  test("is told once by two people of different languages, and again where it has another cause", async () => {
    const job = testJob({ target: memoryTarget() });
    for (const message of ["Refused.", "Abgelehnt."])
      await job.run([person("ada")], { target: refusing({ status: 401, message }) });
    assert.equal(job.entries().length, 1);
    await job.run([person("ada")], { target: refusing({ status: 404, message: "Abgelehnt." }) });
    assert.equal(job.entries().length, 2);
  });

  test("ends with the cycle that works again", async () => {
    const job = testJob({ target: memoryTarget() });
    await job.run([person("ada")], { target: refusing({ status: 401 }) });
    await job.run([person("ada")], { target: refusing({ status: 401 }) });
    assert.equal(job.store.state().quarantine?.seriesCount, 1);
    assert.equal(job.entries().length, 1, "the same quarantine is told once");
    await job.run([person("ada")]);
    assert.equal(job.store.state().quarantine, undefined);
  });

  for (const [moment, from] of [
    ["at once", 0],
    ["halfway", 2],
  ] as const) {
    test(`is not for a target that only asks for patience, ${moment}`, async () => {
      const job = testJob({ target: refusing({ halt: { reason: "busy", resumeAt: 0 } }, from) });
      const { state, error: told } = await job.run([person("ada")]);
      assert.deepEqual([state, told?.code, job.store.state().quarantine], ["Failed", "TooManyRequests", undefined]);
    });
  }
});

suite("accidental deletions", () => {
  const text = jobText({ application: "deleteThreshold: 2" });
  const everybody = ["ada", "bob", "cid", "dan"].map(name => person(name));
  const [ada] = everybody;
  const gone = (name: string) => person(name, {}, { assigned: false });

  async function provisioned() {
    const target = memoryTarget();
    const job = testJob({ target, text });
    await job.run(everybody);
    const active = () =>
      target.resources().map(({ userName, active: isActive }) => `${userName} ${isActive}`.replace("@contoso.com", ""));
    return { job, active };
  }

  test("as many as the threshold are done", async () => {
    const { job, active } = await provisioned();
    const { disabled, deleted, staged } = await job.run([...everybody.slice(0, 2), gone("cid")]);
    assert.deepEqual([disabled, deleted, staged], [1, 1, 0]);
    assert.deepEqual(active(), ["ada true", "bob true", "cid false"]);
  });

  test("more are all staged, logged once each, and the job is quarantined", async () => {
    const { job, active } = await provisioned();
    for (const cycle of [1, 2]) {
      const { state, staged, disabled } = await job.run([...everybody.slice(0, 1), gone("bob"), gone("cid")]);
      assert.deepEqual([state, staged, disabled, cycle], ["Succeeded", 3, 0, cycle]);
    }
    assert.deepEqual(active(), ["ada true", "bob true", "cid true", "dan true"]);
    assert.equal(job.store.state().quarantine?.reason, "TooManyDeletes");
    assert.deepEqual(
      job
        .entries()
        .filter(entry => entry.provisioningAction === "stagedDelete")
        .map(entry => entry.sourceIdentity.id),
      ["bob", "cid", "dan"],
    );
  });

  test("the quarantine is told again where it is of more", async () => {
    const { job } = await provisioned();
    const told = () => job.entries().filter(({ provisioningAction }) => provisioningAction === "other").length;
    const counts: number[] = [];
    for (const staying of [1, 1, 0]) {
      await job.run([...everybody.slice(0, staying), gone("bob"), gone("cid"), gone("dan")]);
      counts.push(told());
    }
    assert.deepEqual(counts, [1, 1, 2]);
  });

  test("what is allowed is done by the next cycle, and what comes on top counts anew", async () => {
    const { job, active } = await provisioned();
    await job.run([ada ?? gone("ada"), gone("bob"), gone("cid"), gone("dan")]);
    const { restart } = await import("../../../server/src/engine/cycle/restart.ts");
    restart(job.store, ["ForceDeletes"]);
    const { disabled, staged } = await job.run([gone("ada"), gone("bob"), gone("cid"), gone("dan")]);
    assert.deepEqual([disabled, staged], [4, 0]);
    assert.deepEqual(active(), ["ada false", "bob false", "cid false", "dan false"]);
    assert.deepEqual([job.store.state().quarantine, job.store.state().allowsDeletions], [undefined, undefined]);
  });

  test("those that come back into scope are staged no more", async () => {
    const { job, active } = await provisioned();
    await job.run([ada ?? gone("ada"), gone("bob"), gone("cid"), gone("dan")]);
    const { disabled } = await job.run([...everybody.slice(0, 2), gone("cid"), gone("dan")]);
    assert.deepEqual([disabled, job.store.staged.count(), job.store.state().quarantine], [2, 0, undefined]);
    assert.deepEqual(active(), ["ada true", "bob true", "cid false", "dan false"]);
  });

  test("a threshold of nothing stages every one", async () => {
    const { job, active } = await provisioned();
    await job.run([...everybody.slice(0, 2), gone("cid")], readText(jobText({ application: "deleteThreshold: 0" })));
    assert.equal(job.store.staged.count(), 2);
    assert.equal(active().length, 4);
  });
});
