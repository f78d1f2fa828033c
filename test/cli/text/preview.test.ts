import assert from "node:assert/strict";
import { plain } from "../../../server/src/cli/text/paint.ts";
import { previewLines } from "../../../server/src/cli/text/preview.ts";
import type { ProvisioningResult } from "../../../server/src/engine/result.ts";

const span = { start: 0, end: 0 };

const created: ProvisioningResult = {
  mode: "dryRun",
  mapping: "Users",
  action: "create",
  summary: "Ada Lovelace would be created in ServiceNow.",
  notes: ["One reference is left out."],
  scope: {
    inScope: true,
    isSoftDeleted: false,
    conditions: [{ name: "Assigned to the application", passed: true, reason: "assigned" }],
    filters: [
      {
        name: "Engineering",
        passed: true,
        clauses: [{ text: "department EQUALS 'Engineering'", passed: true, reason: 'It is "Engineering".', span }],
        span,
      },
    ],
  },
  match: { attempts: [{ precedence: 1, targetAttribute: "userName", value: "ada@contoso.com", hits: 0 }] },
  attributes: [
    {
      target: "userName",
      mappingType: "Direct",
      source: "[userPrincipalName]",
      oldValue: null,
      newValue: "ada@contoso.com",
      why: "changed",
      span,
    },
    {
      target: "nickName",
      mappingType: "Expression",
      source: "Redact([r])",
      oldValue: "[Redact]",
      newValue: "[Redact]",
      redacted: true,
      why: "changed",
      span,
    },
    { target: "roles", mappingType: "Direct", source: "[r]", oldValue: ["a", "b"], newValue: null, why: "empty", span },
    {
      target: "title",
      mappingType: "Expression",
      source: "Mid([a], 1)",
      oldValue: null,
      newValue: null,
      why: "problem",
      problem: "Mid needs three arguments.",
      span,
    },
  ],
  requests: [
    { method: "GET", path: "/Users?filter=x", purpose: "match", sent: true, status: 200 },
    { method: "POST", path: "/Users", body: '{"userName":"ada@contoso.com"}', purpose: "create", sent: false },
    {
      method: "GET",
      path: "/Users/1",
      purpose: "read",
      sent: true,
      failure: { kind: "failure", message: "No answer came.", remedy: "Start the endpoint.", received: "<html>\n" },
    },
  ],
  assumptions: [{ name: "splitTrim", text: "Split trims." }],
  onDemand: {
    provisioningSteps: [
      { name: "EntryImport", type: "Import", status: "Success", description: "Ada was read.", details: {} },
      {
        name: "EntrySynchronizationScoping",
        type: "Scoping",
        status: "Success",
        description: "In scope.",
        details: {},
      },
      { name: "EntrySynchronizationAdd", type: "Matching", status: "Success", description: "None.", details: {} },
      { name: "EntryExportAdd", type: "Export", status: "Failure", description: "Refused\u0007.", details: {} },
    ],
    modifiedProperties: [],
    statusInfo: { status: "Success" },
    action: "Create",
    sourceIdentity: { id: "1", displayName: "Ada Lovelace", identityType: "User" },
    targetIdentity: { id: "", displayName: "", identityType: "" },
  },
};

const expected = `
Ada Lovelace would be created in ServiceNow.
One reference is left out.
Users · environment sandbox · dry run, nothing is written

Steps
  ✓ Import  Ada was read.
  ✓ Scope   In scope.
      ✓ Assigned to the application: assigned
      ✓ filter "Engineering"
          ✓ department EQUALS 'Engineering'  It is "Engineering".
  ✓ Match   None.
      1. userName = "ada@contoso.com": 0 found
  ✗ Action  Refused\\u0007.

Attributes
  target    source               old       new                why
  userName  [userPrincipalName]  -         "ada@contoso.com"  changed
  nickName  Redact([r])          [Redact]  [Redact]           changed
  roles     [r]                  "a", "b"  -                  no value
  title     Mid([a], 1)          -         -                  Mid needs three arguments.

Requests
  GET /Users?filter=x  match, 200
  POST /Users  create, not sent
    {
      "userName": "ada@contoso.com"
    }
  GET /Users/1  read, no answer
    No answer came.
    Start the endpoint.
    received: <html>\\n

Assumptions
  Split trims.`.slice(1);

suite("text of a preview", () => {
  const look = { environment: "sandbox", paint: plain, width: Number.POSITIVE_INFINITY };

  test("shows verdict, steps, attributes, requests and assumptions", () =>
    assert.equal(previewLines(created, look).join("\n"), expected));

  test("has no sources where lines are short: targets and values keep their room", () => {
    const lines = previewLines(created, { ...look, width: 80 });
    assert.ok(lines.includes("  target    old       new                why"), lines.join("\n"));
    assert.ok(lines.includes('  userName  -         "ada@contoso.com"  changed'));
  });

  test("names whom a reference points to, and what stands for an id that is not given yet", () => {
    const references = [{ objectId: "b", displayName: "Bob", targetId: "7", outcome: "set" } as const];
    const manager = { target: "manager", mappingType: "Direct", source: "[manager]", span } as const;
    const lines = previewLines(
      {
        ...created,
        attributes: [{ ...manager, oldValue: "5", newValue: "7", why: "changed", references }],
        requests: [
          {
            method: "PATCH",
            path: "/Users/(created-id)",
            purpose: "reference",
            sent: false,
            placeholder: "(created-id)",
          },
        ],
      },
      look,
    );
    assert.ok(lines.includes('  manager  [manager]  "5"  "7" (Bob)  changed'), lines.join("\n"));
    assert.ok(lines.includes("    (created-id) stands for the id that the target gives when it creates the object"));
  });

  test("an attempt to match that failed is not said to have found nothing", () => {
    const steps = created.onDemand.provisioningSteps.map(step =>
      step.type === "Matching" ? { ...step, status: "Failure" as const } : step,
    );
    const failed = { ...created, onDemand: { ...created.onDemand, provisioningSteps: steps } };
    assert.ok(previewLines(failed, look).includes('      1. userName = "ada@contoso.com": failed'));
  });

  test("leaves out what a run that ended early does not have", () => {
    const { match, ...rest } = created;
    const early = { ...rest, attributes: [], requests: [], assumptions: [] };
    const text = previewLines(early, look).join("\n");
    assert.doesNotMatch(text, /Attributes|Requests|Assumptions/);
    assert.match(text, /Steps/);
  });
});
