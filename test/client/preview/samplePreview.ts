import type { Preview } from "../../../client/src/preview/report.ts";
import type { ProvisioningResult } from "../../../server/src/protocol.ts";

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
    { method: "GET", path: "/Users?filter=userName", purpose: "match", sent: true, status: 200 },
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

/** A dry run that would create a user in the sandbox; what the test is about is laid over it. */
export function samplePreview(result: Partial<ProvisioningResult> = {}, preview: Partial<Preview> = {}): Preview {
  return {
    result: { ...created, ...result },
    user: { id: "7f3e", displayName: "Ada <Lovelace>", userPrincipalName: "ada@contoso.com" },
    environment: { name: "sandbox", endpoint: "sandbox", write: true },
    file: "servicenow.provmap",
    lineAt: offset => text.slice(0, offset).split("\n").length,
    ...preview,
  };
}
