import type { Impact } from "../../../client/src/impact/impact.ts";
import { linesOf } from "../../../client/src/webview/place.ts";
import type { ImpactReport } from "../../../server/src/protocol/impact.ts";

const text = `mapping "Users" {
  filter "Staff" {
    department EQUALS "IT"
  }
}
`;

const after = { start: text.indexOf("department"), end: text.indexOf('"IT"') + 4 };
const none = { create: 0, update: 0, disable: 0, delete: 0, fail: 0, skip: 0, noChange: 0 };
const kept = { version: "after", filter: "Staff", clause: "department EQUALS 'IT'", span: after } as const;
const before = {
  version: "before",
  filter: "Old",
  clause: "city EQUALS '<Oslo>'",
  span: { start: 3, end: 9 },
} as const;

const report: ImpactReport = {
  objects: 1204,
  before: { ...none, noChange: 1200, skip: 4 },
  after: { ...none, create: 1, update: 1, disable: 1200, skip: 2 },
  mappings: [
    {
      mapping: "Users",
      existed: true,
      inScope: { before: 1201, after: 2 },
      joins: 1,
      leaves: 1200,
      filters: [
        {
          filter: "Staff",
          inScope: { before: 1201, after: 2 },
          joins: 1,
          leaves: 1200,
          span: { start: text.indexOf("filter"), end: text.length - 3 },
        },
      ],
      span: { start: 0, end: text.length },
    },
  ],
  people: [
    {
      action: "create",
      total: 1,
      people: [
        {
          id: "cy",
          displayName: "Cy & Co",
          objectType: "User",
          mapping: "Users",
          before: "skip",
          after: "create",
          reason: 'The filter "Staff" passes.',
          clause: before,
          changes: [],
        },
      ],
    },
    {
      action: "disable",
      total: 1200,
      people: [
        {
          id: "ada",
          displayName: "Ada Lovelace",
          objectType: "User",
          mapping: "Users",
          before: "noChange",
          after: "disable",
          reason: 'In the filter "Staff", department EQUALS \'IT\' fails: department is "Sales".',
          clause: kept,
          changes: [
            { target: "active", oldValue: "True", newValue: "False" },
            { target: "title", oldValue: null, newValue: ["<b>", "Boss"] },
            { target: "nickName", oldValue: "[Redacted]", newValue: "[Redacted]", redacted: true },
          ],
        },
      ],
    },
  ],
  clauses: [
    { mapping: "Users", ...kept, joins: 0, leaves: 1200 },
    { mapping: "Users", ...before, joins: 1, leaves: 0 },
  ],
  changes: [
    {
      mapping: "Users",
      target: "active",
      total: 1200,
      examples: [{ displayName: "Ada Lovelace", oldValue: "True", newValue: "False" }],
    },
  ],
  collisions: {
    total: 2,
    examples: [
      {
        mapping: "Users",
        target: "userName",
        value: "ada",
        people: [
          { id: "ada", displayName: "Ada Lovelace" },
          { id: "cy", displayName: "Cy & Co" },
        ],
        total: 3,
        existed: false,
      },
    ],
  },
  threshold: { deletions: 1200, threshold: 50, trips: true },
  unreadable: { total: 1, examples: ["people.csv:7:1: the row has no id"] },
  notes: ['The mapping "Groups" is gone: what it provisioned is left as it is.'],
  assumptions: [],
  against: "HEAD",
};

/** An edit that most people fall out of scope by, with everything that an impact can tell. */
export function sampleImpact(): Impact {
  return {
    report,
    run: 1,
    uri: "file:///app.provmap",
    file: "app.provmap",
    base: { kind: "revision", revision: "HEAD" },
    ...linesOf(text),
  };
}
