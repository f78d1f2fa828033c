import assert from "node:assert/strict";
import type { TargetSystem } from "../../../server/src/engine/ports.ts";
import {
  counts,
  hour,
  jobText,
  managerOf,
  memoryTarget,
  person,
  refusing,
  talk,
  team,
  testJob,
  userMappings,
} from "../../harness/cycles.ts";

const manager = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const unassigned = { assigned: false } as const;
const ada = person("ada");

suite("the references of a cycle", () => {
  test("write the references anew of an object that the target has lost and gets again", async () => {
    const target = memoryTarget();
    const job = testJob({ target });
    const adas = (jobTitle: string) => person("ada", { manager: "bob", jobTitle });
    await job.run([adas("Boss"), person("bob")]);
    await target.send({ method: "DELETE", path: "/Users/1" });
    assert.deepEqual(counts(await job.run([adas("Poet"), person("bob")])), { created: 1 });
    assert.deepEqual(managerOf(target.resources().at(-1)), { value: "2" });
  });

  test("change no reference that flows only during creation, nor one of an object that may not be updated", async () => {
    const onCreate = userMappings.replace("[manager]", "[manager] on create");
    for (const users of [onCreate, `actions: create, delete ${userMappings}`]) {
      const target = memoryTarget();
      const job = testJob({ target, text: jobText({ users }) });
      await job.run([person("ada", { manager: "bob" }), person("bob"), person("cid")]);
      await job.run([person("ada", { manager: "cid" }), person("bob"), person("cid")]);
      assert.deepEqual(managerOf(target.resources()[0]), { value: "2" });
    }
  });

  test("write no member as long as nobody knows what became of an earlier change, which is settled by reading", async () => {
    const target = memoryTarget();
    const job = testJob({ target });
    const lost = { kind: "failure", message: "It was cut.", remedy: "Wait.", isUncertain: true } as const;
    const isAbout = (path: string) => path === "/Groups/3";
    const cut: TargetSystem = {
      async send(request) {
        if (!isAbout(request.path)) return target.send(request);
        if (request.method !== "GET") await target.send(request);
        return lost;
      },
    };
    const [both, bobs] = [team("T", "ada", "bob"), team("T", "bob")];
    const people = [ada, person("bob")];
    assert.deepEqual(counts(await job.run([...people, both], { target: cut })), { created: 3, countEscrowed: 1 });
    const said = talk(target);
    said();
    const silent: TargetSystem = { send: async request => (isAbout(request.path) ? lost : target.send(request)) };
    assert.deepEqual(counts(await job.run([...people, bobs], { target: silent })), { skipped: 1, countEscrowed: 1 });
    assert.deepEqual(
      said().filter(line => line.startsWith("PATCH")),
      [],
    );
    assert.deepEqual(counts(await job.run([...people, bobs])), {});
    assert.deepEqual(said(), ["GET /Groups/3", "PATCH /Groups/3", "PATCH /Groups/3"]);
    assert.deepEqual(target.resources().at(-1)?.members, [{ value: "2" }]);
  });

  test("tell a failed reference apart from a failed object", async () => {
    const target = memoryTarget();
    const job = testJob({ target });
    const people = [person("ada", { manager: "bob" }), person("bob")];
    const failing = { target: refusing(target, body => body.includes(`${manager}:manager`)) };
    assert.deepEqual(counts(await job.run(people, failing)), { created: 2, countEscrowed: 1 });
    assert.deepEqual([job.store.escrows.count("object"), job.store.escrows.count("reference")], [0, 1]);
    assert.deepEqual(counts(await job.run(people)), { waiting: 1 });
    job.wait(6 * hour);
    assert.deepEqual(counts(await job.run(people)), {});
    assert.deepEqual(job.store.references.find("ada", `${manager}:manager`)?.held, ["2"]);
    assert.equal(job.store.escrows.count("reference"), 0);
  });

  test("leave a manager out who is not in scope, and set it right at a restart alone", async () => {
    const target = memoryTarget();
    const job = testJob({ target });
    const adas = person("ada", { manager: "bob" });
    await job.run([adas, person("bob", {}, unassigned)]);
    const said = talk(target);
    said();
    await job.run([adas, person("bob")]);
    assert.deepEqual(
      said().filter(line => line.startsWith("PATCH")),
      [],
    );
    await job.run([adas, person("bob")], { configuration: "2" });
    assert.deepEqual(
      said().filter(line => line.startsWith("PATCH")),
      ["PATCH /Users/1"],
    );
  });

  test("leave a manager out who is in the recycle bin, and keep one who comes into it", async () => {
    const target = memoryTarget();
    const job = testJob({ target });
    const adas = person("ada", { manager: "bob" });
    const deleted = person("bob", {}, { state: "softDeleted" });
    assert.deepEqual(counts(await job.run([adas, deleted])), { created: 1, skipped: 1 });
    assert.deepEqual(managerOf(target.resources()[0]), undefined);
    const [entry] = job
      .entries()
      .filter(({ provisioningSteps: [step] }) => step?.provisioningStepType === "referenceResolution");
    assert.match(
      entry?.provisioningSteps[0]?.description ?? "",
      /^manager of ada: left out, as bob is not provisioned/,
    );
    await job.run([adas, person("bob")], { configuration: "2" });
    assert.deepEqual(managerOf(target.resources()[0]), { value: "2" });
    assert.deepEqual(counts(await job.run([adas, deleted], { configuration: "2" })), { disabled: 1 });
    assert.deepEqual(managerOf(target.resources()[0]), { value: "2" });
    assert.deepEqual(counts(await job.run([adas], { configuration: "2" })), { deleted: 1 });
  });

  test("set a manager as soon as one who failed could be created", async () => {
    const target = memoryTarget();
    const job = testJob({ target });
    const people = [person("ada", { manager: "bob" }), person("bob")];
    await job.run(people, { target: refusing(target, body => body.includes("bob"), 503) });
    const said = talk(target);
    said();
    await job.run(people);
    assert.deepEqual(
      said().filter(line => line.startsWith("PATCH")),
      ["PATCH /Users/1"],
    );
  });
});
