import assert from "node:assert/strict";
import type { SourceObject, TargetSystem } from "../../../server/src/engine/ports.ts";
import {
  counts,
  hour,
  jobText,
  managerOf,
  memoryTarget,
  person,
  sourceOf,
  talk,
  team,
  testJob,
  userMappings,
} from "../../harness/cycles.ts";

const unassigned = { assigned: false } as const;
const ada = person("ada");

suite("cycles", () => {
  test("create who is in scope, then write references, then have nothing to do", async () => {
    const target = memoryTarget();
    const job = testJob({ target });
    const said = talk(target);
    const everybody = [team("Engineers", "ada", "bob"), person("ada", { manager: "bob" }), person("bob")];
    assert.deepEqual(counts(await job.run(everybody)), { created: 3 });
    assert.deepEqual(said(), [
      "GET /Groups?excludedAttributes=members&filter=displayName+eq+%22Engineers%22",
      "POST /Groups",
      "GET /Users?filter=userName+eq+%22ada%40contoso.com%22",
      "POST /Users",
      "GET /Users?filter=userName+eq+%22bob%40contoso.com%22",
      "POST /Users",
      "PATCH /Groups/1",
      "PATCH /Groups/1",
      "GET /Users?attributes=id&filter=id+eq+%222%22+and+manager+eq+%223%22",
      "PATCH /Users/2",
    ]);
    const before = target.requests.length;
    const second = await job.run(everybody);
    assert.deepEqual([second.kind, second.state, counts(second), said()], ["incremental", "Succeeded", {}, []]);
    assert.equal(target.requests.length, before + 2, "the two queries that keep the connection alive");
  });

  test("read the source once, and send nothing but the queries that test the connection, where nothing has changed", async () => {
    const target = memoryTarget();
    const job = testJob({ target, concurrency: 8 });
    const everybody = Array.from({ length: 2000 }, (_, index) => person(`p${index}`));
    await job.run(everybody);
    const before = target.requests.length;
    const source = sourceOf(everybody);
    let readings = 0;
    const read: typeof source.read = signal => {
      readings++;
      return source.read(signal);
    };
    assert.deepEqual(counts(await job.run([], { source: { ...source, read } })), {});
    assert.deepEqual([readings, target.requests.length - before], [1, 2]);
  });

  test("read back every write where the environment verifies", async () => {
    const target = memoryTarget();
    const job = testJob({ target });
    const people = [person("ada", { manager: "bob" }), person("bob"), person("cid")];
    await job.run(people);
    const applyingNothing: TargetSystem = {
      send: async request => (request.method === "GET" ? target.send(request) : { kind: "done", status: 204 }),
    };
    const changed = [person("ada", { manager: "cid" }), person("bob", { jobTitle: "Boss" })];
    assert.deepEqual(counts(await job.run(changed, { target: applyingNothing, verifies: true })), {
      skipped: 1,
      countEscrowed: 3,
    });
    const reasons = job.store.escrows.all(9).map(({ name, reason }) => [name, reason]);
    assert.deepEqual(
      reasons.map(([name]) => name),
      ["ada", "bob", "cid"],
    );
    for (const [, reason] of reasons) assert.match(String(reason), /^The target answered with success, and read back/);
    job.wait(6 * hour);
    assert.deepEqual(counts(await job.run(changed, { verifies: true })), { updated: 1, deleted: 1 });
  });

  /** Each state of the source in turn, what its cycle counts, and what it sends. */
  const courses: readonly (readonly [
    sentence: string,
    cycles: readonly (readonly [objects: readonly SourceObject[], counted: object, sent: readonly string[]])[],
    text?: string,
  ])[] = [
    [
      "an attribute that changes is read and written; what is the same but for case is not",
      [
        [[ada], { created: 1 }, ["GET /Users?filter=userName+eq+%22ada%40contoso.com%22", "POST /Users"]],
        [[person("ada", { jobTitle: "Boss" })], { updated: 1 }, ["GET /Users/1", "PATCH /Users/1"]],
        [[person("ada", { jobTitle: "BOSS" })], { skipped: 1 }, ["GET /Users/1"]],
      ],
    ],
    [
      "who is unassigned is disabled once, and not deleted later",
      [
        [[ada], { created: 1 }, ["GET /Users?filter=userName+eq+%22ada%40contoso.com%22", "POST /Users"]],
        [[person("ada", {}, unassigned)], { disabled: 1 }, ["GET /Users/1", "PATCH /Users/1"]],
        [[person("ada", { jobTitle: "Boss" }, unassigned)], { skipped: 1 }, []],
        [[person("bob", {}, unassigned)], { skipped: 1 }, []],
      ],
    ],
    [
      "who is assigned again is enabled and not created anew",
      [
        [[ada], { created: 1 }, ["GET /Users?filter=userName+eq+%22ada%40contoso.com%22", "POST /Users"]],
        [[person("ada", {}, unassigned)], { disabled: 1 }, ["GET /Users/1", "PATCH /Users/1"]],
        [[ada], { updated: 1 }, ["GET /Users/1", "PATCH /Users/1"]],
      ],
    ],
    [
      "who is in the recycle bin is disabled, and deleted when gone from there",
      [
        [[ada], { created: 1 }, ["GET /Users?filter=userName+eq+%22ada%40contoso.com%22", "POST /Users"]],
        [[person("ada", {}, { state: "softDeleted" })], { disabled: 1 }, ["GET /Users/1", "PATCH /Users/1"]],
        [[person("bob", {}, unassigned)], { deleted: 1, skipped: 1 }, ["DELETE /Users/1"]],
      ],
    ],
    [
      "who was never in scope is asked nothing about",
      [
        [[person("ada", {}, unassigned), person("bob", { accountEnabled: false })], { skipped: 2 }, []],
        [[person("ada", {}, unassigned), person("bob", { accountEnabled: false })], {}, []],
      ],
    ],
    [
      "where the mapping does not allow to delete, who is gone is left alone",
      [
        [
          [ada, person("x", {}, unassigned)],
          { created: 1, skipped: 1 },
          ["GET /Users?filter=userName+eq+%22ada%40contoso.com%22", "POST /Users"],
        ],
        [[person("x", {}, unassigned)], { skipped: 1 }, []],
        [[person("x", {}, unassigned)], {}, []],
      ],
      jobText({ users: `actions: create, update ${userMappings}` }),
    ],
    [
      "where out of scope deletions are skipped, who is unassigned is left alone",
      [
        [[ada], { created: 1 }, ["GET /Users?filter=userName+eq+%22ada%40contoso.com%22", "POST /Users"]],
        [[person("ada", {}, unassigned)], { skipped: 1 }, ["GET /Users/1"]],
        [[person("ada", {}, unassigned)], {}, []],
      ],
      jobText({ application: "skipOutOfScopeDeletions: true" }),
    ],
    [
      "a default flows at creation alone",
      [
        [[ada], { created: 1 }, ["GET /Users?filter=userName+eq+%22ada%40contoso.com%22", "POST /Users"]],
        [[person("ada", { jobTitle: "Boss" })], { updated: 1 }, ["GET /Users/1", "PATCH /Users/1"]],
        [[ada], { skipped: 1 }, ["GET /Users/1"]],
      ],
      jobText({ users: userMappings.replace("[jobTitle]", '[jobTitle] default "None"') }),
    ],
    [
      "a member who leaves the group is removed, without the group being read with its members",
      [
        [
          [ada, team("T", "ada")],
          { created: 2 },
          [
            "GET /Users?filter=userName+eq+%22ada%40contoso.com%22",
            "POST /Users",
            "GET /Groups?excludedAttributes=members&filter=displayName+eq+%22T%22",
            "POST /Groups",
            "PATCH /Groups/2",
          ],
        ],
        [[ada, team("T")], { skipped: 1 }, ["GET /Groups/2?excludedAttributes=members", "PATCH /Groups/2"]],
        [[ada, team("T")], {}, []],
      ],
    ],
  ];
  for (const [sentence, cycles, text] of courses) {
    test(sentence, async () => {
      const target = memoryTarget();
      const job = testJob({ target, ...(text !== undefined && { text }) });
      const said = talk(target);
      for (const [objects, counted, sent] of cycles) {
        assert.deepEqual([counts(await job.run(objects)), said()], [counted, sent]);
      }
    });
  }

  test("begin anew when mappings change, without breaking the links", async () => {
    const target = memoryTarget();
    const job = testJob({ target });
    await job.run([ada]);
    const said = talk(target);
    said();
    const changed = await job.run([ada], { configuration: "2" });
    assert.deepEqual([changed.kind, counts(changed), said()], ["initial", { skipped: 1 }, ["GET /Users/1"]]);
    assert.equal((await job.run([ada], { configuration: "2" })).kind, "incremental");
  });

  test("go on after an interruption, evaluating nobody twice", async () => {
    const target = memoryTarget();
    const job = testJob({ target });
    const controller = new AbortController();
    const stopping: TargetSystem = {
      send: async (request, signal) => {
        const answer = await target.send(request, signal);
        if (request.body?.includes("bob")) controller.abort();
        return answer;
      },
    };
    const people = [ada, person("bob"), person("cid"), person("dan")];
    const stopped = await job.run(people, { target: stopping, signal: controller.signal });
    assert.deepEqual([stopped.state, stopped.error?.code, counts(stopped)], ["Failed", "Cancelled", { created: 2 }]);
    const said = talk(target);
    said();
    const next = await job.run(people);
    assert.deepEqual(
      [next.kind, counts(next), said().filter(line => line.startsWith("POST"))],
      ["initial", { created: 2 }, ["POST /Users", "POST /Users"]],
    );
    assert.equal(target.resources().length, 4);
  });

  test("link an account that only the conflict told of, which no query had found", async () => {
    const target = memoryTarget({ userName: "ada@contoso.com", displayName: "Countess" });
    const isHidden = { count: 1 };
    const late: TargetSystem = {
      send: async request => {
        if (request.path.includes("ada%40") && isHidden.count-- > 0)
          return { kind: "list", status: 200, totalResults: 0, resources: [] };
        if (request.method === "POST")
          return { kind: "failure", status: 409, scimType: "uniqueness", message: "Taken.", remedy: "Match." };
        return target.send(request);
      },
    };
    const job = testJob({ target: late });
    assert.deepEqual(counts(await job.run([ada])), { updated: 1 });
    assert.deepEqual([job.store.objects.find("ada")?.targetId, job.store.intents.all()], ["1", []]);
  });

  test("leave alone what cannot be read in the source, which is not gone", async () => {
    const target = memoryTarget();
    const job = testJob({ target });
    await job.run([ada, person("bob"), person("cid")]);
    for (const id of ["bob", undefined]) {
      const source = sourceOf([ada]);
      const read: typeof source.read = async function* (signal, takeNote) {
        takeNote?.({ line: 2, column: 1, reason: "It is no JSON.", ...(id !== undefined && { id }) });
        yield* source.read(signal);
      };
      const told = await job.run([], { source: { ...source, read } });
      assert.deepEqual(
        [told.state, counts(told)],
        ["EntryLevelErrors", id === undefined ? { countEscrowed: 1 } : { countEscrowed: 1, deleted: 1 }],
      );
      const { provisioningStatusInfo: info, sourceIdentity } =
        job.entries().find(({ provisioningStatusInfo }) => provisioningStatusInfo.status === "failure") ?? {};
      assert.deepEqual(
        [info?.errorInformation?.errorCode, sourceIdentity?.displayName],
        ["SourceObjectUnreadable", "bob"],
      );
    }
    assert.deepEqual(
      target.resources().map(({ displayName }) => displayName),
      ["ada", "bob"],
    );
  });

  test("match again an object that the target has lost", async () => {
    const target = memoryTarget();
    const job = testJob({ target });
    await job.run([ada]);
    await target.send({ method: "DELETE", path: "/Users/1" });
    assert.deepEqual(counts(await job.run([person("ada", { jobTitle: "Boss" })])), { created: 1 });
    assert.deepEqual(
      target.resources().map(({ id }) => id),
      ["2"],
    );
  });

  test("fail two objects of the source that match the same one of the target, also side by side", async () => {
    for (const concurrency of [1, 8]) {
      const target = memoryTarget();
      const job = testJob({ target, concurrency });
      const twin = person("twin", { userPrincipalName: "ADA@contoso.com" });
      assert.deepEqual(counts(await job.run([ada, twin])), { created: 1, countEscrowed: 1 });
      assert.equal(job.store.escrows.all(9)[0]?.errorCode, "DuplicateSourceEntries");
      assert.equal(target.resources().length, 1);
    }
  });

  test("give the account of one who left to another with the same name", async () => {
    const target = memoryTarget();
    const job = testJob({ target });
    await job.run([ada]);
    await job.run([person("ada", {}, unassigned)]);
    const again = person("ada-again", { userPrincipalName: "ada@contoso.com" });
    assert.deepEqual(counts(await job.run([person("ada", {}, unassigned), again])), { updated: 1 });
    assert.deepEqual(job.store.objects.holder("User", "1")?.id, "ada-again");
  });

  test("take nobody for deleted where the source could not be read to its end, or has nobody at all", async () => {
    const target = memoryTarget();
    const job = testJob({ target });
    await job.run([ada, person("bob"), person("cid")]);
    const broken = {
      async *read() {
        yield [ada];
        throw new Error("The file ends too early.");
      },
      share: () => 0.5,
    };
    await assert.rejects(job.run([], { source: broken }), /ends too early/);
    const empty = await job.run([], { source: sourceOf([]) });
    assert.deepEqual([empty.state, empty.error?.code], ["Failed", "SourceEmpty"]);
    assert.equal(target.resources().length, 3);
  });

  test("come to the same with any number of objects in flight", async () => {
    const everybody = Array.from({ length: 40 }, (_, index) =>
      person(`p${index}`, { manager: `p${(index + 1) % 40}` }),
    );
    for (const concurrency of [1, 4, 16]) {
      const target = memoryTarget();
      const job = testJob({ target, concurrency });
      assert.deepEqual(counts(await job.run([...everybody, team("T", "p1", "p2")])), { created: 41 });
      assert.deepEqual(counts(await job.run([...everybody, team("T", "p1", "p2")])), {});
      const ids = new Map(target.resources().map(({ displayName, id }) => [displayName, id]));
      for (const resource of target.resources().filter(({ userName }) => userName)) {
        const next = `p${(Number(String(resource.displayName).slice(1)) + 1) % 40}`;
        assert.deepEqual(managerOf(resource), { value: ids.get(next) });
      }
    }
  });
});
