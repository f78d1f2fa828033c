import type { Preview } from "../../../client/src/preview/preview.ts";
import type { ProvisioningResult } from "../../../server/src/protocol/previews.ts";

const text = [
  'mapping "Users" {',
  '  filter "Engineering" {',
  '    department EQUALS "Engineering"',
  "  }",
  "  userName <- [userPrincipalName] match 1",
  '  nickName <- none default "n/a"',
  "}",
].join("\n");

const spanOf = (part: string) => ({ start: text.indexOf(part), end: text.indexOf(part) + part.length });

const created: ProvisioningResult = {
  mode: "dryRun",
  mapping: "Users",
  action: "create",
  summary: "Ada <Lovelace> would be created in ServiceNow.",
  notes: ["One reference is left out."],
  scope: {
    inScope: true,
    isSoftDeleted: false,
    conditions: [{ name: "Active in the source system", passed: true, reason: "accountEnabled is True." }],
    filters: [
      {
        name: "Engineering",
        passed: true,
        span: spanOf('filter "Engineering"'),
        clauses: [
          {
            text: "department EQUALS 'Engineering'",
            passed: true,
            reason: "department is “Engineering”.",
            span: spanOf('department EQUALS "Engineering"'),
          },
        ],
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
      span: spanOf("userName <-"),
    },
    {
      target: "nickName",
      mappingType: "None",
      source: "none",
      oldValue: null,
      newValue: ["n/a", "<b>"],
      why: "default",
      span: spanOf("nickName <-"),
    },
  ],
  requests: [
    {
      method: "GET",
      path: "/Users?filter=userName+eq+%22ada%40contoso.com%22",
      purpose: "match",
      sent: true,
      status: 200,
    },
    { method: "POST", path: "/Users", purpose: "create", sent: false, body: '{"userName":"ada@contoso.com"}' },
  ],
  assumptions: [{ name: "nullStaysNull", text: "A null stays null." }],
  onDemand: {
    provisioningSteps: [
      {
        name: "EntryImport",
        type: "Import",
        status: "Success",
        description: "Ada was read.",
        details: { objectId: "7f3e" },
      },
      {
        name: "EntrySynchronizationScoping",
        type: "Scoping",
        status: "Success",
        description: "In scope.",
        details: {},
      },
      { name: "EntrySynchronizationAdd", type: "Matching", status: "Success", description: "No match.", details: {} },
      { name: "EntryExportAdd", type: "Export", status: "Success", description: "Would be created.", details: {} },
    ],
    modifiedProperties: [],
    statusInfo: { status: "Success" },
    action: "Create",
    sourceIdentity: { id: "7f3e", displayName: "Ada", identityType: "User" },
    targetIdentity: { id: "", displayName: "", identityType: "" },
  },
};

/** A PATCH that sends a boolean as text without the flag, as this run does. */
export const wireComparison: NonNullable<ProvisioningResult["wire"]> = {
  used: "default",
  default: [patch({ op: "Add", path: "active", value: "False" })],
  compliant: [patch({ op: "add", path: "active", value: false })],
  differences: [
    {
      mode: "default",
      request: 0,
      target: "active",
      quirk: "booleanAsText",
      text: "active is sent as text.",
      consequence: "Some servers answer 400.",
    },
  ],
};

/** A change of other attributes, after which a Switch may clear the target's value. */
export const trappedDelta: NonNullable<ProvisioningResult["delta"]> = {
  changed: [],
  reads: [],
  attributes: [
    {
      target: "userName",
      source: "Switch([city], , …)",
      full: "ada",
      delta: null,
      effect: "mayBeCleared",
      reason: "Switch reads city, which has not changed.",
      span: spanOf("userName <-"),
    },
  ],
};

function patch(operation: object) {
  return { method: "PATCH", path: "/Users/1", body: JSON.stringify({ Operations: [operation] }) } as const;
}

/** A dry run that would create a user in the sandbox; what the test is about is laid over it. */
export function samplePreview(result: Partial<ProvisioningResult> = {}, preview: Partial<Preview> = {}): Preview {
  return {
    result: { ...created, ...result },
    previewed: {
      kind: "user",
      user: { id: "7f3e", displayName: "Ada <Lovelace>", userPrincipalName: "ada@contoso.com" },
    },
    environment: { name: "sandbox", endpoint: "sandbox", write: true },
    access: { authentication: "bearer", variable: "MAPWRIGHT_SECRET_SANDBOX" },
    file: "servicenow.provmap",
    lineAt: offset => text.slice(0, offset).split("\n").length,
    ...preview,
  };
}

/** A group of eight, of whom two came with it, one of them to be left out. */
export function groupPreview(): Preview {
  const members: ProvisioningResult["attributes"][number] = {
    target: "members",
    mappingType: "Direct",
    source: "[members]",
    oldValue: null,
    newValue: ["t-1"],
    why: "changed",
    problem: "Bob is out of scope",
    references: [
      { objectId: "a", displayName: "Ada", targetId: "t-1", outcome: "added" },
      { objectId: "b", displayName: "Bob", outcome: "leftOut", reason: "Bob is out of scope" },
    ],
    span: spanOf("userName <-"),
  };
  return samplePreview(
    { attributes: [members] },
    {
      previewed: {
        kind: "group",
        group: { id: "g", displayName: "Engineering", members: 8 },
        members: [
          { id: "a", displayName: "Ada", userPrincipalName: "ada@contoso.com" },
          { id: "b", displayName: "Bob" },
        ],
      },
    },
  );
}
