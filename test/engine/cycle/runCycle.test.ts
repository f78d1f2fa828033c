import assert from "node:assert/strict";
import type { TaskExecution } from "../../../server/src/engine/cycle/jobState.ts";
import type { LogEntry } from "../../../server/src/engine/cycle/logEntry.ts";
import type { Resource, ScimFailure, SourceObject, TargetSystem } from "../../../server/src/engine/ports.ts";
import {
  hour,
  jobText,
  memoryTarget,
  person,
  sourceOf,
  talk,
  team,
  testJob,
  userMappings,
} from "../../harness/cycles.ts";

const manager = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const unassigned = { assigned: false } as const;
const ada = person("ada");

function counts({ created, updated, disabled, deleted, skipped, countEscrowed, waiting, staged }: TaskExecution) {
  const all = { created, updated, disabled, deleted, skipped, countEscrowed, waiting, staged };
  return Object.fromEntries(Object.entries(all).filter(([, count]) => count > 0));
}

function managerOf(account: Resource | undefined): unknown {
  return (account?.[manager] as Resource | undefined)?.manager;
}

function isFailure({ provisioningStatusInfo: { status } }: LogEntry): boolean {
  return status === "failure";
}

/** Answers writes of some objects in another way. */
function refusing(target: TargetSystem, isRefused: (body: string) => boolean, status = 400): TargetSystem {
  return {
    send: async (request, signal) =>
      request.method !== "GET" && isRefused(request.body ?? "")
        ? { kind: "failure", status, message: `Refused with ${status}.`, remedy: "Correct it." }
        : target.send(request, signal),
  };
}

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

  const failures: readonly (readonly [errorCode: string, object: SourceObject, text?: string])[] = [
    ["ImportSkipped", person("ada", { userPrincipalName: null })],
    ["DuplicateTargetEntries", person("double")],
    ["MandatoryFieldsMissing", ada, jobText({ users: "userName <- none match 2 externalId <- [objectId] match 1" })],
    ["SchemaPropertyCanOnlyAcceptValue", person("ada", { jobTitle: ["a", "b"] })],
    ["AttributeValidationFailed", ada, jobText({ users: `${userMappings} nickName <- Mid([displayName], "x", 1)` })],
  ];
  for (const [errorCode, object, text] of failures) {
    test(`log ${errorCode} with the cause and the remedy, and go on with the others`, async () => {
      const double = { userName: "double@contoso.com" };
      const job = testJob({ target: memoryTarget(double, double), ...(text !== undefined && { text }) });
      const execution = await job.run([object]);
      assert.deepEqual([execution.state, execution.countEscrowed], ["EntryLevelErrors", 1]);
      const [entry, ...more] = job.entries();
      const { status, errorInformation } = entry?.provisioningStatusInfo ?? {};
      assert.deepEqual([status, errorInformation?.errorCode, more], ["failure", errorCode, []]);
      assert.ok(errorInformation?.reason && errorInformation.recommendedAction);
    });
  }

  const answers: readonly (readonly [errorCode: string, answer: Partial<ScimFailure>])[] = [
    ["invalidValue", { status: 400, scimType: "invalidValue" }],
    ["HTTP 400", { status: 400 }],
    ["SystemForCrossDomainIdentityManagementServiceIncompatible", { status: 200 }],
    ["invalidSyntax", { status: 200, scimType: "invalidSyntax" }],
    ["MethodNotAllowed", { status: 405 }],
    ["InvalidAnchor", { status: 404 }],
    ["Conflict", { status: 409, scimType: "uniqueness" }],
    ["UnprocessableEntity", { status: 422 }],
    ["TooManyRequests", { status: 429 }],
    ["InternalServerError", { status: 500 }],
    ["NotImplemented", { status: 501 }],
    ["HTTP 503", { status: 503 }],
    ["HTTP 503", { status: 503, scimType: "tooMany" }],
    ["WebExceptionProtocolError", {}],
    ["Timeout", { isLate: true }],
  ];
  for (const [errorCode, answer] of answers) {
    test(`log ${errorCode} where the target answers a change with ${JSON.stringify(answer)}`, async () => {
      const target = memoryTarget();
      const job = testJob({ target });
      await job.run([ada]);
      const failing: TargetSystem = {
        send: async request =>
          request.method === "PATCH"
            ? { kind: "failure", message: "It went wrong.", remedy: "Look.", ...answer }
            : target.send(request),
      };
      const changed = [person("ada", { jobTitle: "Boss" }), person("bob")];
      assert.deepEqual(counts(await job.run(changed, { target: failing })), { created: 1, countEscrowed: 1 });
      const { errorInformation } = job.entries().find(isFailure)?.provisioningStatusInfo ?? {};
      const { errorCode: told, reason, recommendedAction } = errorInformation ?? {};
      assert.deepEqual([told, reason, recommendedAction], [errorCode, "It went wrong.", "Look."]);
      const isTransient = /^(?:TooMany|InternalServer|HTTP 503|WebException|Timeout)/.test(errorCode);
      assert.deepEqual(counts(await job.run(changed)), isTransient ? { updated: 1 } : { waiting: 1 });
    });
  }

  test("keep request and answer of a refusal in the log", async () => {
    const job = testJob({ target: refusing(memoryTarget(), body => body.includes("ada")) });
    assert.deepEqual(counts(await job.run([ada, person("bob")])), { created: 1, countEscrowed: 1 });
    const [entry] = job.entries();
    const { method, path, status, failure } = entry?.requests?.at(-1) ?? {};
    assert.deepEqual([method, path, status, failure?.message], ["POST", "/Users", 400, "Refused with 400."]);
  });

  test("try a failed object again after 6, 12 and 24 hours, then every day, and give up after 28 days", async () => {
    const job = testJob({ target: refusing(memoryTarget(), body => body.includes("ada")) });
    const attempts: number[] = [];
    for (let hours = 0; hours <= 30 * 24; hours++) {
      const { countEscrowed } = await job.run([ada]);
      if (countEscrowed > 0) attempts.push(hours);
      job.wait(hour);
    }
    const days = Array.from({ length: 28 }, (_, day) => (day + 1) * 24);
    assert.deepEqual(attempts, [0, 6, 12, ...days]);
    assert.equal(
      job.entries().at(-1)?.provisioningSteps[0]?.description,
      "ada is not tried any more, having failed for 28 days.",
    );
    assert.equal(job.store.escrows.count("object"), 0);
  });

  test("try it at once where it changed, and in the next cycle where the target was in trouble", async () => {
    const target = memoryTarget();
    const job = testJob({ target });
    const refuse = (status: number) => ({ target: refusing(target, body => body.includes("ada"), status) });
    assert.deepEqual(counts(await job.run([ada], refuse(400))), { countEscrowed: 1 });
    assert.deepEqual(counts(await job.run([ada])), { waiting: 1 });
    assert.deepEqual(counts(await job.run([person("ada", { jobTitle: "Boss" })], refuse(503))), { countEscrowed: 1 });
    assert.deepEqual(counts(await job.run([person("ada", { jobTitle: "Boss" })])), { created: 1 });
    assert.equal(job.store.escrows.count("object"), 0);
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
