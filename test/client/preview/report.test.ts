import assert from "node:assert/strict";
import { report } from "../../../client/src/preview/report.ts";
import { groupPreview, samplePreview, trappedDelta } from "./samplePreview.ts";

const production = { name: "production", endpoint: "https://scim.example/v2" };

suite("report of a preview", () => {
  test("has the four steps, also those that the run did not reach", () => {
    const { onDemand } = samplePreview().result;
    const ended = { ...onDemand, provisioningSteps: onDemand.provisioningSteps.slice(0, 2) };
    const steps = report(samplePreview({ onDemand: ended })).steps.map(({ name, status }) => `${name}: ${status}`);
    assert.deepEqual(steps, ["Import: Success", "Scope: Success", "Match: Not reached", "Action: Not reached"]);
  });

  test("begins with the test of the connection where it failed", () => {
    const { onDemand } = samplePreview().result;
    const failed = {
      name: "EntryImport",
      type: "Import",
      status: "Failure",
      description: "GET /Users got 401.",
      details: {},
    } as const;
    const ended = samplePreview({ action: "fail", onDemand: { ...onDemand, provisioningSteps: [failed] } });
    assert.deepEqual(
      report(ended).steps.map(({ name, status, description }) => [name, status, description]),
      [
        ["Test connection", "Failure", "GET /Users got 401."],
        ...["Import", "Scope", "Match", "Action"].map(name => [name, "Not reached", "The run ended before this step."]),
      ],
    );
  });

  test("tells the reason of a skipped object in Graph's word", () => {
    const { onDemand } = samplePreview().result;
    const statusInfo = { status: "Skipped", skipReason: "RedundantExport" } as const;
    const { facts } = report(samplePreview({ action: "skip", onDemand: { ...onDemand, statusInfo } }));
    assert.deepEqual(facts[1], { name: "Skip reason", value: "RedundantExport" });
  });

  test("does not say twice what hinders the run", () => {
    const { onDemand, summary } = samplePreview().result;
    const statusInfo = { status: "Failure", reason: summary, recommendedAction: "Set the secret again." } as const;
    const { trouble } = report(samplePreview({ action: "fail", onDemand: { ...onDemand, statusInfo } }));
    assert.deepEqual(trouble, ["Set the secret again."]);
  });

  test("gives each clause its verdict, its reason and its line", () => {
    const clause = report(samplePreview()).steps[1]?.checks[1]?.parts[0];
    assert.equal(clause?.verdict, "passed");
    assert.equal(clause?.reason, "department is “Engineering”.");
    assert.equal(clause?.place?.line, 3);
  });

  for (const [hits, verdict] of [
    [0, "no hit"],
    [1, "one hit"],
    [2, "2 hits"],
  ] as const) {
    test(`says ${verdict} where the target returned ${hits}`, () => {
      const attempt = { precedence: 1, targetAttribute: "userName", value: "ada@contoso.com", hits };
      const check = report(samplePreview({ match: { attempts: [attempt] } })).steps[2]?.checks[0];
      assert.equal(check?.verdict, verdict);
    });
  }

  test("says of the query that failed that it did", () => {
    const { onDemand } = samplePreview().result;
    const provisioningSteps = onDemand.provisioningSteps.map(step =>
      step.type === "Matching" ? ({ ...step, status: "Failure" } as const) : step,
    );
    const preview = samplePreview({ action: "fail", onDemand: { ...onDemand, provisioningSteps } });
    assert.equal(report(preview).steps[2]?.checks[0]?.verdict, "failed");
  });

  test("names the target's object that matched", () => {
    const match = { attempts: [], targetId: "42" };
    const details = report(samplePreview({ match })).steps[2]?.details;
    assert.deepEqual(details, [{ name: "Target object", value: "42" }]);
  });

  test("calls the object that was written as it calls the one that matched", () => {
    const { onDemand } = samplePreview().result;
    const provisioningSteps = onDemand.provisioningSteps.map(step =>
      step.type === "Export" ? { ...step, details: { TargetId: "42" } } : step,
    );
    const preview = samplePreview({ onDemand: { ...onDemand, provisioningSteps } });
    assert.deepEqual(report(preview).steps.at(-1)?.details, [{ name: "Target object", value: "42" }]);
  });

  test("explains what stands for an id that nobody knows yet", () => {
    const requests = [
      { method: "PATCH", path: "/Users/(created-id)", purpose: "reference", sent: false, placeholder: "(created-id)" },
    ] as const;
    const [request] = report(samplePreview({ requests })).requests;
    assert.match(request?.placeholder ?? "", /^\(created-id\) stands for the id/);
  });

  test("says once what is the same with the flag and without it", () => {
    const create = { method: "POST", path: "/Users", body: "{}" } as const;
    const same = { used: "default", default: [create], compliant: [create], differences: [] } as const;
    const { wire } = report(samplePreview({ wire: same }));
    assert.deepEqual(
      wire?.requests[0]?.sides.map(({ heading }) => heading),
      ["Without and with the flag"],
    );
    assert.equal(
      wire?.requests[0]?.sides[0]?.lines.some(({ differs }) => differs),
      false,
    );
  });

  test("tells the members that come with a group", () => {
    const { facts } = report(groupPreview());
    assert.deepEqual(facts.slice(1, 3), [
      { name: "Group", value: "Engineering" },
      { name: "Members", value: "Ada, Bob (2 of 8)" },
    ]);
  });

  for (const [situation, delta, sentences] of [
    ["nobody asked and nothing is at risk", { ...trappedDelta, attributes: [] }, undefined],
    ["something is at risk", trappedDelta, ["A cycle that is made for changes of other attributes"]],
    [
      "nothing is at risk by what has changed",
      { changed: ["mail"], reads: ["emails"], attributes: [] },
      ["When only mail has changed:", "It is read for emails.", "Nothing else may be touched."],
    ],
    [
      "nobody reads what has changed",
      { ...trappedDelta, changed: ["mail", "city"] },
      ["When only mail, city have changed:", "No mapping reads that."],
    ],
    [
      "there is nothing to update",
      { changed: ["mail"], reads: [], attributes: [], note: "It is created." },
      ["When only mail has changed:", "It is created."],
    ],
  ] as const) {
    test(`tells of incremental cycles where ${situation}`, () => {
      const told = report(samplePreview({ delta })).delta?.sentences;
      assert.equal(told?.length, sentences?.length);
      for (const [index, sentence] of (sentences ?? []).entries()) assert.ok(told?.[index]?.startsWith(sentence));
    });
  }

  test("indents the body of a request and leaves alone what is no JSON", () => {
    const [match] = samplePreview().result.requests;
    assert.ok(match);
    const requests = [
      { ...match, body: '{"a":[1]}' },
      { ...match, body: "{half" },
    ];
    assert.deepEqual(
      report(samplePreview({ requests })).requests.map(({ body }) => body),
      ['{\n  "a": [\n    1\n  ]\n}', "{half"],
    );
  });

  test("tells of a failed request with its remedy", () => {
    const failure = { kind: "failure", message: "GET /Users got 401.", remedy: "Set the secret again." } as const;
    const requests = [{ method: "GET", path: "/Users", purpose: "match", sent: true, status: 401, failure } as const];
    const [request] = report(samplePreview({ action: "fail", requests })).requests;
    assert.equal(request?.outcome, "failed");
    assert.deepEqual(request?.failure, ["GET /Users got 401.", "Set the secret again."]);
  });

  test("puts the problem of an attribute in the place of its reason", () => {
    const [flow] = samplePreview().result.attributes;
    assert.ok(flow);
    const attributes = [{ ...flow, why: "problem", problem: "Mid needs a number." } as const];
    assert.equal(report(samplePreview({ attributes })).attributes[0]?.why, "Mid needs a number.");
  });

  for (const [situation, preview, possible] of [
    ["in the sandbox", samplePreview(), true],
    ["where the environment allows writing", samplePreview({}, { environment: { ...production, write: true } }), true],
    ["in a read-only environment", samplePreview({}, { environment: { ...production, write: false } }), false],
    ["where the user is skipped", samplePreview({ action: "skip" }), false],
    ["where the run failed", samplePreview({ action: "fail" }), false],
  ] as const) {
    test(`${possible ? "can" : "cannot"} be provisioned ${situation}`, () =>
      assert.equal(report(preview).provision.possible, possible));
  }
});
