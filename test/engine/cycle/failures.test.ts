import assert from "node:assert/strict";
import type { LogEntry } from "../../../server/src/engine/cycle/logEntry.ts";
import type { ScimFailure, SourceObject, TargetSystem } from "../../../server/src/engine/ports.ts";
import { counts, hour, jobText, memoryTarget, person, refusing, testJob, userMappings } from "../../harness/cycles.ts";

const ada = person("ada");

function isFailure({ provisioningStatusInfo: { status } }: LogEntry): boolean {
  return status === "failure";
}

suite("the failures of a cycle", () => {
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
});
