import assert from "node:assert/strict";
import { provision } from "../../server/src/engine/pipeline.ts";
import type { Resource, ScimAnswer, TargetSystem } from "../../server/src/engine/ports.ts";
import type { FlowReason, ProvisioningResult } from "../../server/src/engine/result.ts";
import { memoryTarget } from "../harness/memoryTarget.ts";
import { oneRun, type RunFacts } from "../harness/oneRun.ts";

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const mapping = `
  userName <- [userPrincipalName] match 1
  active <- Switch([IsSoftDeleted], , "False", "True", "True", "False")
  displayName <- [displayName] default "Unknown"
  emails[type eq "work"].value <- [mail]
  title <- [jobTitle] on create
  nickName <- none default "n/a"
  ${enterprise}:department <- [department]
  ${enterprise}:manager <- [manager]`;

const engineer = { mail: "ada@contoso.com", jobTitle: "Engineer", department: "Engineering", manager: "boss" };

function run(facts: Partial<RunFacts>): Promise<ProvisioningResult> {
  return provision(oneRun({ mapping, user: engineer, ...facts }));
}

function rows(result: ProvisioningResult): Record<string, FlowReason> {
  return Object.fromEntries(result.attributes.map(({ target, why }) => [target, why]));
}

function writes(result: ProvisioningResult) {
  return result.requests.filter(request => request.method !== "GET");
}

function answering(answer: ScimAnswer): TargetSystem {
  return { send: async () => answer };
}

const account: Resource = { userName: "ADA@contoso.com", active: true, displayName: "Ada Lovelace", title: "Boss" };

suite("the pipeline creates", () => {
  test("a user whom the target does not have", async () => {
    const target = memoryTarget();
    const result = await run({ target });
    assert.equal(result.action, "create");
    assert.equal(
      result.summary,
      `Ada Lovelace would be created in ServiceNow. References follow in a second step, which this run leaves out: ${enterprise}:manager.`,
    );
    assert.deepEqual(rows(result), {
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
    assert.equal(rows(result).displayName, "default");
    assert.equal(rows(result).title, "empty");
    assert.deepEqual(
      result.assumptions.map(({ name }) => name),
      ["emptyTextIsNotSent"],
    );
  });

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

suite("the pipeline updates", () => {
  test("what differs, and nothing else", async () => {
    const target = memoryTarget({ ...account, displayName: "Ada Byron" });
    const result = await run({ target, live: true });
    assert.equal(result.action, "update");
    assert.deepEqual(writes(result), [
      {
        method: "PATCH",
        path: "/Users/1",
        body:
          '{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[' +
          '{"op":"Replace","path":"displayName","value":"Ada Lovelace"},' +
          '{"op":"Add","path":"emails[type eq \\"work\\"].value","value":"ada@contoso.com"},' +
          `{"op":"Add","path":"${enterprise}:department","value":"Engineering"}]}`,
        purpose: "update",
        sent: true,
        status: 200,
      },
    ]);
    assert.deepEqual(rows(result), {
      userName: "unchanged",
      active: "unchanged",
      displayName: "changed",
      'emails[type eq "work"].value': "changed",
      title: "onlyDuringCreation",
      nickName: "notFlowing",
      [`${enterprise}:department`]: "changed",
      [`${enterprise}:manager`]: "reference",
    });
    assert.deepEqual(
      result.assumptions.map(({ name }) => name),
      ["linkedByMatch"],
    );
    assert.equal((await run({ target })).onDemand.statusInfo.skipReason, "RedundantExport");
  });

  test("a disabled account of an active user to active", async () => {
    const target = memoryTarget({ ...account, active: false });
    const [update] = writes(await run({ target, user: {} }));
    assert.match(update?.body ?? "", /\[\{"op":"Replace","path":"active","value":"True"\}\]/);
  });

  test("a difference of case only where the attribute is caseExact", async () => {
    const target = () => memoryTarget({ userName: "ada@contoso.com", nickName: "ADA", externalId: "ADA" });
    const mapping = 'userName <- [userPrincipalName] match 1 nickName <- "ada" externalId <- "ada"';
    assert.deepEqual(rows(await run({ target: target(), mapping })), {
      userName: "unchanged",
      nickName: "unchanged",
      externalId: "changed",
    });
  });

  test("a list regardless of its order, and only adds where the mapping adds values", async () => {
    const blocks = `attributes target "${enterprise}" { tags: String, multivalued more: String, multivalued }`;
    const mapping = "userName <- [userPrincipalName] match 1 tags <- [tags] more <- [tags] add values";
    const target = memoryTarget({ userName: "ada@contoso.com", tags: ["b", "a"], more: ["c"] });
    const result = await run({ target, mapping, blocks, user: { tags: ["a", "b"] } });
    assert.deepEqual(rows(result), { userName: "unchanged", tags: "unchanged", more: "changed" });
    assert.deepEqual(result.attributes[2]?.newValue, ["c", "a", "b"]);
    assert.match(writes(result)[0]?.body ?? "", /\[\{"op":"Add","path":"more","value":\["a","b"\]\}\]/);
  });

  test("the same bytes for real as in the dry run", async () => {
    for (const existing of [[], [account], [{ ...account, active: false, displayName: "x" }]]) {
      const bytes = async (live: boolean) => {
        const result = await run({ target: memoryTarget(...existing), live });
        return result.requests.map(({ method, path, body }) => ({ method, path, body }));
      };
      assert.deepEqual(await bytes(false), await bytes(true));
    }
  });
});

suite("the pipeline ends an account", () => {
  const leavers: readonly [sentence: string, facts: Partial<RunFacts>][] = [
    ["is disabled in the source", { user: { ...engineer, accountEnabled: false, displayName: "Other" } }],
    ["is in the recycle bin", { state: "softDeleted" }],
    ["is not assigned any more", { assigned: false }],
    ["leaves the filter", { mapping: `filter "Sales" { department EQUALS "Sales" } ${mapping}` }],
  ];
  for (const [sentence, facts] of leavers) {
    test(`of a user who ${sentence}, by what depends on IsSoftDeleted alone`, async () => {
      const target = memoryTarget(account);
      const result = await run({ ...facts, target, live: true });
      assert.equal(result.action, "disable");
      assert.equal(result.scope.isSoftDeleted, true);
      assert.match(
        writes(result)[0]?.body ?? "",
        /"Operations":\[\{"op":"Replace","path":"active","value":"False"\}\]/,
      );
      assert.equal(rows(result).displayName, "notFlowing");
      assert.deepEqual(
        result.assumptions.map(({ name }) => name),
        ["linkedByMatch", "softDeleteSendsOnly"],
      );
      assert.equal(result.onDemand.provisioningSteps.at(-1)?.name, "EntryExportUpdateSoftDelete");
      assert.equal((await run({ ...facts, target })).onDemand.statusInfo.skipReason, "RedundantExport");
    });
  }

  test("even where another mapping has a problem", async () => {
    const target = memoryTarget(account);
    const result = await run({ target, assigned: false, mapping: `${mapping} locale <- Nothing([mail])` });
    assert.equal(result.action, "disable");
  });

  test("by deleting it once the user is gone", async () => {
    const target = memoryTarget(account);
    const result = await run({ target, state: "deleted", assigned: false, live: true });
    assert.equal(result.action, "delete");
    assert.deepEqual(target.resources(), []);
    assert.deepEqual(
      writes(result).map(({ method, path, status }) => [method, path, status]),
      [["DELETE", "/Users/1", 204]],
    );
  });
});

suite("the pipeline skips", () => {
  const rows: readonly [sentence: string, facts: Partial<RunFacts>, reason: string][] = [
    ["a user who is not assigned", { assigned: false }, "NotEffectivelyEntitled"],
    [
      "a user whom no filter lets in",
      { mapping: `filter "S" { department EQUALS "Sales" } ${mapping}` },
      "NotEffectivelyEntitled",
    ],
    ["a new user who is disabled", { user: { accountEnabled: false } }, "NotActiveInSource"],
    ["everyone where the mapping is off", { mapping: `enabled: false ${mapping}` }, "MappingNotEnabled"],
    ["a new user where creation is not allowed", { mapping: `actions: update ${mapping}` }, "ActionNotEnabled"],
    [
      "a leaver where the application leaves accounts alone",
      { application: "skipOutOfScopeDeletions: true", assigned: false, target: memoryTarget(account) },
      "SkipOutOfScopeDeletions",
    ],
    [
      "a leaver where nothing maps IsSoftDeleted",
      { mapping: "userName <- [userPrincipalName] match 1", assigned: false, target: memoryTarget(account) },
      "NoSoftDeleteMapping",
    ],
  ];
  for (const [sentence, facts, reason] of rows) {
    test(`${sentence}: ${reason}`, async () => {
      const result = await run(facts);
      assert.equal(result.action, "skip");
      assert.equal(result.onDemand.statusInfo.status, "Skipped");
      assert.equal(result.onDemand.statusInfo.skipReason, reason);
      assert.deepEqual(writes(result), []);
    });
  }

  test("in silence where an input filter fails, even a leaver", async () => {
    const target = memoryTarget(account);
    const result = await run({ target, mapping: `input filter "I" { department EQUALS "Sales" } ${mapping}` });
    assert.equal(result.onDemand.statusInfo.skipReason, "NotEffectivelyEntitled");
    assert.deepEqual(target.requests, []);
    assert.deepEqual(result.scope.conditions.at(-1), {
      name: "Input filter evaluation passed",
      passed: false,
      reason: `In the filter "I", department EQUALS 'Sales' fails: department is "Engineering".`,
    });
  });
});

suite("scope", () => {
  test("one filter of two is enough, and every clause of each is told", async () => {
    const filters =
      'filter "A" { department EQUALS "Sales" mail IS NOT NULL } filter "B" { department EQUALS "Engineering" }';
    const { scope } = await run({ mapping: `${filters} ${mapping}` });
    assert.equal(scope.inScope, true);
    assert.deepEqual(
      scope.filters.map(filter => [filter.name, filter.passed, filter.clauses.map(clause => clause.passed)]),
      [
        ["A", false, [false, true]],
        ["B", true, [true]],
      ],
    );
  });

  test("needs no assignment where it is all users", async () => {
    assert.equal((await run({ application: "scope: all", assigned: false })).action, "create");
  });

  test("a clause that cannot be decided fails the run before anything is asked", async () => {
    const target = memoryTarget();
    const result = await run({ target, mapping: `filter "A" { department REGEX MATCH "(" } ${mapping}` });
    assert.equal(result.action, "fail");
    assert.equal(result.onDemand.statusInfo.errorCode, "ScopingFilterInvalid");
    assert.equal(result.onDemand.provisioningSteps.at(-1)?.status, "Failure");
    assert.deepEqual(target.requests, []);
  });
});

suite("matching", () => {
  const two = "externalId <- [employeeId] match 2 userName <- [userPrincipalName] match 1";

  test("goes by precedence, one request each, until there is a hit", async () => {
    const target = memoryTarget({ userName: "old@contoso.com", externalId: "E1" });
    const { match } = await run({ target, mapping: two, user: { employeeId: "E1" } });
    assert.deepEqual(match, {
      attempts: [
        { precedence: 1, targetAttribute: "userName", value: "ada@contoso.com", hits: 0 },
        { precedence: 2, targetAttribute: "externalId", value: "E1", hits: 1 },
      ],
      targetId: "1",
    });
  });

  test("passes over an attribute without a value", async () => {
    const { match } = await run({ mapping: two, user: { userPrincipalName: null, employeeId: "E1" } });
    assert.deepEqual(
      match?.attempts.map(({ targetAttribute }) => targetAttribute),
      ["externalId"],
    );
  });

  const list = (...resources: readonly Resource[]): ScimAnswer => {
    return { kind: "list", status: 200, totalResults: resources.length, resources };
  };
  const incompatible = "SystemForCrossDomainIdentityManagementServiceIncompatible";
  const failures: readonly [sentence: string, facts: Partial<RunFacts>, errorCode: string][] = [
    ["no attribute has a value", { user: { userPrincipalName: null } }, "ImportSkipped"],
    ["no attribute matches", { mapping: "userName <- [userPrincipalName]" }, "ImportSkipped"],
    ["two accounts match", { target: memoryTarget(account, account) }, "DuplicateTargetEntries"],
    ["the filter was ignored", { target: answering(list({ id: "9", userName: "someone.else" })) }, incompatible],
    ["the filter was ignored by a target of many", { target: answering(list({ id: "8" }, { id: "9" })) }, incompatible],
    ["the account has no id", { target: answering(list({ userName: "ada@contoso.com" })) }, incompatible],
    ["the target gives no list", { target: answering({ kind: "done", status: 200 }) }, incompatible],
    [
      "the target refuses",
      { target: answering({ kind: "failure", status: 401, message: "It answered 401.", remedy: "Check the token." }) },
      "HTTP 401",
    ],
    ["the value is a list", { user: { userPrincipalName: ["a", "b"] } }, "AttributeValidationFailed"],
  ];
  for (const [sentence, facts, errorCode] of failures) {
    test(`fails where ${sentence}: ${errorCode}`, async () => {
      const result = await run(facts);
      assert.equal(result.action, "fail");
      assert.equal(result.onDemand.statusInfo.errorCode, errorCode);
      assert.equal(result.onDemand.provisioningSteps.at(-1)?.type, "Matching");
      assert.deepEqual(writes(result), []);
    });
  }

  test("says where Entra's own query would fail", async () => {
    const result = await run({ user: { userPrincipalName: "a%b" } });
    assert.deepEqual(
      result.assumptions.map(({ name }) => name),
      ["filterEscapes"],
    );
  });
});

suite("the pipeline fails, with nothing written and every row shown", () => {
  const rows: readonly [sentence: string, facts: Partial<RunFacts>, errorCode: string, problem: RegExp][] = [
    [
      "an expression fails",
      { mapping: `${mapping} locale <- Nothing([mail])` },
      "AttributeValidationFailed",
      /no function Nothing/,
    ],
    [
      "a list meets a single-valued attribute",
      { mapping: `${mapping} locale <- [proxyAddresses]`, user: { proxyAddresses: ["a"] } },
      "SchemaPropertyCanOnlyAcceptValue",
      /locale takes one value, not a list of 1/,
    ],
    [
      "a boolean is none",
      { mapping: 'userName <- [userPrincipalName] match 1 active <- "yes"' },
      "AttributeValidationFailed",
      /active takes True or False/,
    ],
    [
      "a target is no SCIM attribute",
      { mapping: `${mapping} "cost centre" <- [mail]` },
      "AttributeValidationFailed",
      /is not a SCIM attribute/,
    ],
    [
      "the matching attribute fails",
      { mapping: "userName <- Nothing([mail]) match 1 displayName <- [displayName]" },
      "AttributeValidationFailed",
      /Nothing/,
    ],
  ];
  for (const [sentence, facts, errorCode, problem] of rows) {
    test(`where ${sentence}`, async () => {
      const facts_ = oneRun({ mapping, user: engineer, ...facts, live: true });
      const result = await provision(facts_);
      assert.equal(result.action, "fail");
      assert.deepEqual(writes(result), []);
      assert.equal(result.onDemand.statusInfo.errorCode, errorCode);
      assert.equal(result.attributes.length, facts_.mapping.attributeMappings.length);
      const told = result.attributes.filter(({ why }) => why === "problem");
      assert.equal(told.length, 1);
      assert.match(told[0]?.problem ?? "", problem);
    });
  }

  test("where a required attribute has no value", async () => {
    const result = await run({
      mapping: "externalId <- [objectId] match 1 userName <- [mail]",
      user: { mail: null },
    });
    assert.equal(result.onDemand.statusInfo.errorCode, "MandatoryFieldsMissing");
    assert.match(result.summary, /The target requires userName/);
  });

  test("where the target refuses the write", async () => {
    const store = memoryTarget();
    const refusal: ScimAnswer = {
      kind: "failure",
      status: 409,
      scimType: "uniqueness",
      message: "POST /Users was answered 409.",
      remedy: "Choose another user name.",
    };
    const target: TargetSystem = { send: async request => (request.method === "GET" ? store.send(request) : refusal) };
    const result = await run({ target, live: true });
    assert.equal(result.action, "fail");
    assert.equal(result.onDemand.action, "Create");
    assert.deepEqual(result.onDemand.statusInfo, {
      status: "Failure",
      errorCode: "uniqueness",
      reason: "POST /Users was answered 409.",
      recommendedAction: "Choose another user name.",
    });
    assert.deepEqual(
      writes(result).map(({ sent, status, failure }) => [sent, status, failure]),
      [[true, 409, refusal]],
    );
    assert.equal(result.onDemand.provisioningSteps.at(-1)?.status, "Failure");
  });

  test("where the person cancels between reading and writing", async () => {
    const cancelling = new AbortController();
    const store = memoryTarget();
    const target: TargetSystem = {
      send: async request => {
        cancelling.abort();
        return store.send(request);
      },
    };
    const result = await run({ target, live: true, signal: cancelling.signal });
    assert.equal(result.onDemand.statusInfo.errorCode, "Cancelled");
    assert.deepEqual(store.resources(), []);
  });
});

suite("an ignored flow", () => {
  test("leaves the target what it has", async () => {
    const target = memoryTarget({ ...account, nickName: "Ada" });
    const mapping = "userName <- [userPrincipalName] match 1 nickName <- IgnoreFlowIfNullOrEmpty([mail])";
    const result = await run({ target, mapping, user: { mail: null } });
    assert.equal(result.onDemand.statusInfo.skipReason, "RedundantExport");
    assert.equal(rows(result).nickName, "flowIgnored");
  });
});
