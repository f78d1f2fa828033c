import assert from "node:assert/strict";
import { type ResetScope, resetScopes, restart, usualReset } from "../../../server/src/engine/cycle/restart.ts";
import type { TargetSystem } from "../../../server/src/engine/ports.ts";
import { hour, memoryTarget, person, talk, testJob } from "../../harness/cycles.ts";

const refusingBob = (target: TargetSystem): TargetSystem => ({
  send: async request =>
    request.method === "POST" && request.body?.includes("bob")
      ? { kind: "failure", status: 400, message: "No.", remedy: "Correct it." }
      : target.send(request),
});

const unauthorized: TargetSystem = {
  send: async () => ({ kind: "failure", status: 401, message: "No.", remedy: "Correct the secret." }),
};

/** What is there after the restart of a job with one link, one failure, a watermark and a quarantine. */
const scopes: readonly (readonly [scopes: readonly ResetScope[], left: string])[] = [
  [["None"], "links escrows watermark"],
  [["ConnectorDataStore"], "escrows quarantine"],
  [["Escrows"], "links watermark quarantine"],
  [["Watermark"], "links escrows quarantine"],
  [["QuarantineState"], "links escrows watermark"],
  [["ForceDeletes"], "links escrows watermark allowed"],
  [["Full"], ""],
  [usualReset, "links"],
  [["QuarantineState", "Escrows"], "links watermark"],
];

suite("restart", () => {
  for (const [reset, left] of scopes) {
    test(`with ${reset.join(", ")} leaves ${left || "nothing"}`, async () => {
      const target = memoryTarget();
      const job = testJob({ target });
      await job.run([person("ada"), person("bob")], { target: refusingBob(target) });
      await job.run([person("ada"), person("bob")], { target: unauthorized });
      restart(job.store, reset);
      const { watermark, quarantine, allowsDeletions } = job.store.state();
      const facts = [
        ["links", job.store.objects.find("ada")?.targetId],
        ["escrows", job.store.escrows.find("bob")],
        ["watermark", watermark],
        ["quarantine", quarantine],
        ["allowed", allowsDeletions],
      ] as const;
      assert.equal(facts.flatMap(([name, fact]) => (fact === undefined ? [] : name)).join(" "), left);
    });
  }

  test("of links lets everybody be matched again, and nobody be created twice", async () => {
    const target = memoryTarget();
    const job = testJob({ target });
    await job.run([person("ada")]);
    restart(job.store, ["Full"]);
    const said = talk(target);
    said();
    const { kind, skipped } = await job.run([person("ada")]);
    assert.deepEqual(
      [kind, skipped, said()],
      ["initial", 1, ["GET /Users?filter=userName+eq+%22ada%40contoso.com%22"]],
    );
  });

  const retried: readonly (readonly [reset: readonly ResetScope[], who: string])[] = [
    [[], "those who are due again"],
    [["Escrows"], "nobody who failed"],
    [usualReset, "everybody who failed, as all are evaluated again"],
  ];
  for (const [reset, who] of retried) {
    test(`with ${reset.join(", ") || "nothing"} lets the next cycle try ${who}`, async () => {
      const target = memoryTarget();
      const job = testJob({ target });
      const everybody = [person("ada", { manager: "cid" }), person("bob"), person("cid")];
      const refusing: TargetSystem = {
        send: async request =>
          /bob|manager","value/.test(request.body ?? "")
            ? { kind: "failure", status: 400, message: "No.", remedy: "Correct it." }
            : target.send(request),
      };
      assert.equal((await job.run(everybody, { target: refusing })).countEscrowed, 2);
      if (reset.length > 0) restart(job.store, reset);
      else job.wait(7 * hour);
      const { countEscrowed } = await job.run(everybody, { target: refusing });
      assert.deepEqual(
        [countEscrowed, job.store.escrows.all(9).length],
        reset.includes("Escrows") && reset.length === 1 ? [0, 0] : [2, 2],
      );
      const changed = [person("ada", { manager: "bob" }), person("bob", { jobTitle: "Boss" }), person("cid")];
      job.wait(24 * hour);
      await job.run(changed);
      assert.equal(target.resources().length, 3, "who changes is tried again");
    });
  }

  test("knows the words of Graph", () => {
    assert.deepEqual(resetScopes, [
      "None",
      "ConnectorDataStore",
      "Escrows",
      "Watermark",
      "QuarantineState",
      "Full",
      "ForceDeletes",
    ]);
  });
});
