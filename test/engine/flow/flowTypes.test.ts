import assert from "node:assert/strict";
import { provision } from "../../../server/src/engine/pipeline.ts";
import type { Resource } from "../../../server/src/engine/ports.ts";
import { defaultWire } from "../../../server/src/engine/requests/wire.ts";
import type { Value } from "../../../server/src/functions/values.ts";
import type { FlowType, ObjectMapping } from "../../../server/src/model/configuration.ts";
import { memoryTarget } from "../../harness/memoryTarget.ts";
import { oneRun } from "../../harness/oneRun.ts";
import { scenarioRun } from "../../harness/scenario.ts";
import { account, enterprise, reasons, writes } from "../ada.ts";

/** The mapping, as a Graph schema could have it: `.provmap` has no word for some of these types. */
function withFlowType(mapping: ObjectMapping, target: string, flowType: FlowType): ObjectMapping {
  const attributeMappings = mapping.attributeMappings.map(one =>
    one.target.text === target ? { ...one, flowType } : one,
  );
  return { ...mapping, attributeMappings };
}

const manager = `${enterprise}:manager`;

/** What the target holds, what the source gives, and the operation that updates the one to the other. */
type Row = readonly [
  flowType: FlowType,
  held: Resource,
  given: Readonly<Record<string, Value>>,
  operation: object | undefined,
];

const rows: readonly Row[] = [
  ["Always", { title: "Boss" }, { jobTitle: "Poet" }, { op: "Replace", path: "title", value: "Poet" }],
  ["Always", { title: "Boss" }, { jobTitle: null }, { op: "Replace", path: "title", value: "" }],
  ["ObjectAddOnly", {}, { jobTitle: "Poet" }, undefined],
  ["MultiValueAddOnly", { title: "Boss" }, { jobTitle: "Poet" }, { op: "Replace", path: "title", value: "Poet" }],
  ["ValueAddOnly", { title: "Boss" }, { jobTitle: "Poet" }, { op: "Replace", path: "title", value: "Poet" }],
  ["ValueAddOnly", { title: "Boss" }, { jobTitle: null }, undefined],
  ["ValueAddOnly", {}, { jobTitle: "Poet" }, { op: "Add", path: "title", value: "Poet" }],
  ["AttributeAddOnly", { title: "Boss" }, { jobTitle: "Poet" }, undefined],
  ["AttributeAddOnly", { title: "Boss" }, { jobTitle: null }, undefined],
  ["AttributeAddOnly", {}, { jobTitle: "Poet" }, { op: "Add", path: "title", value: "Poet" }],
  ["Always", { title: ["a", "c"] }, { jobTitle: ["a", "b"] }, { op: "Replace", path: "title", value: ["a", "b"] }],
  ["MultiValueAddOnly", { title: ["a", "c"] }, { jobTitle: ["a", "b"] }, { op: "Add", path: "title", value: ["b"] }],
  ["ValueAddOnly", { title: ["a", "c"] }, { jobTitle: ["a", "b"] }, { op: "Add", path: "title", value: ["b"] }],
  ["ValueAddOnly", { title: ["a", "c"] }, { jobTitle: ["a"] }, undefined],
  ["AttributeAddOnly", { title: ["c"] }, { jobTitle: ["a"] }, undefined],
];

suite("the flow type of an attribute mapping", () => {
  for (const [flowType, held, user, operation] of rows) {
    test(`${flowType}, from ${JSON.stringify(held.title)} to ${JSON.stringify(user.jobTitle)}`, async () => {
      const blocks = Array.isArray(held.title)
        ? `attributes target "${enterprise}" { title: String, multivalued }`
        : "";
      const mapping = "userName <- [userPrincipalName] match 1 title <- [jobTitle]";
      const { title: _, ...others } = account;
      const run = oneRun({ mapping, blocks, user, target: memoryTarget({ ...others, ...held }) });
      const wire = { ...defaultWire, clearedValue: "text" } as const;
      const result = await provision({ ...run, wire, mapping: withFlowType(run.mapping, "title", flowType) });
      const operations = writes(result).map(({ body }) => JSON.parse(body ?? "").Operations);
      assert.deepEqual(operations, operation === undefined ? [] : [[operation]]);
      const isAssumed = result.assumptions.some(({ name }) => name === "changedValueIsAdded");
      assert.equal(isAssumed, flowType === "ValueAddOnly" && JSON.stringify(operation)?.includes("Replace") === true);
    });
  }

  const created: readonly FlowType[] = ["ObjectAddOnly", "MultiValueAddOnly", "ValueAddOnly", "AttributeAddOnly"];
  for (const flowType of created) {
    test(`${flowType} flows at creation`, async () => {
      const run = oneRun({ mapping: "userName <- [userPrincipalName] match 1 title <- [displayName]" });
      const result = await provision({ ...run, mapping: withFlowType(run.mapping, "title", flowType) });
      assert.deepEqual(reasons(result).title, "changed");
    });
  }

  const references: readonly (readonly [flowType: FlowType, given: string | null, sent: unknown])[] = [
    ["Always", "bob", "2"],
    ["Always", null, ""],
    ["ValueAddOnly", "bob", "2"],
    ["ValueAddOnly", null, undefined],
    ["AttributeAddOnly", "bob", undefined],
    ["AttributeAddOnly", null, undefined],
  ];
  for (const [flowType, given, sent] of references) {
    test(`${flowType}, from one manager to ${given ?? "nobody"}`, async () => {
      const accounts = [{ ...account, [enterprise]: { manager: { value: "9" } } }, { userName: "bob@contoso.com" }];
      const names = { userPrincipalName: "ada@contoso.com", displayName: "Ada Lovelace", jobTitle: "Boss" };
      const run = scenarioRun({
        directory: [
          { id: "ada", attributes: { ...names, manager: given } },
          { id: "bob", attributes: { userPrincipalName: "bob@contoso.com" } },
        ],
        subject: "ada",
        target: memoryTarget(...accounts),
        run: { lastKnown: { targetId: () => undefined, references: () => ["9"] } },
      });
      const result = await provision({ ...run, mapping: withFlowType(run.mapping, manager, flowType) });
      const values = writes(result).map(({ body }) => JSON.parse(body ?? "").Operations[0].value);
      assert.deepEqual(values, sent === undefined ? [] : [sent]);
    });
  }
});
