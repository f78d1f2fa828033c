import assert from "node:assert/strict";
import { memoryTarget } from "../harness/memoryTarget.ts";
import type { RunFacts } from "../harness/oneRun.ts";
import { account, mapping, run, writes } from "./ada.ts";

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
    [
      "everyone whom an expression leaves alone",
      { mapping: `${mapping} objectFilter <- IIF([department] = "Sales", "False", IgnoreObjectFlow)` },
      "IgnoreObjectFlow",
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

  const leaving: readonly (readonly [sentence: string, facts: Partial<RunFacts>, isAssumed: boolean])[] = [
    ["is soft-deleted", { state: "softDeleted" }, true],
    ["is disabled", { user: { accountEnabled: false } }, true],
    ["is unassigned, for which the documentation says it", { assigned: false }, false],
  ];
  for (const [sentence, facts, isAssumed] of leaving) {
    test(`one who ${sentence} is left alone where nothing maps IsSoftDeleted${isAssumed ? ", which is assumed" : ""}`, async () => {
      const mapping = "userName <- [userPrincipalName] match 1";
      const { assumptions, action } = await run({ mapping, target: memoryTarget(account), ...facts });
      assert.equal(action, "skip");
      assert.equal(
        assumptions.some(({ name }) => name === "inactiveIsLeftAlone"),
        isAssumed,
      );
    });
  }

  test("objectFilter itself, which is no attribute of the target", async () => {
    const filter = 'objectFilter <- IIF([department] = "Engineering", "False", IgnoreObjectFlow)';
    const result = await run({ mapping: `${mapping} ${filter}` });
    assert.equal(result.action, "create");
    assert.deepEqual([result.attributes.at(-1)?.newValue, result.attributes.at(-1)?.why], ["False", "notFlowing"]);
    assert.doesNotMatch(writes(result)[0]?.body ?? "", /objectFilter/);
  });

  test("only the attribute where an expression gives IgnoreAttributeFlow", async () => {
    const result = await run({
      mapping: `${mapping} userType <- IIF([department] = "Sales", "S", IgnoreAttributeFlow)`,
    });
    assert.deepEqual([result.action, result.attributes.at(-1)?.why], ["create", "flowIgnored"]);
    assert.deepEqual(
      result.assumptions.map(({ name }) => name),
      ["ignoreWords"],
    );
  });

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

  test("a clause whose regular expression would never end fails the run of that object only", async () => {
    const runOf = (department: string) =>
      run({ mapping: `filter "A" { department REGEX MATCH "^(a+)+$" } ${mapping}`, user: { department } });
    const result = await runOf(`${"a".repeat(40)}!`);
    assert.equal(result.onDemand.statusInfo.errorCode, "ScopingFilterInvalid");
    assert.match(result.onDemand.statusInfo.reason ?? "", /the pattern took more than 10,000,000 steps on this value/);
    assert.equal((await runOf("aaa")).scope.inScope, true);
  });
});
