import assert from "node:assert/strict";
import { provision } from "../../server/src/engine/pipeline.ts";
import { defaultWire, type Wire } from "../../server/src/engine/requests/wire.ts";
import { memoryTarget } from "../harness/memoryTarget.ts";
import { oneRun, type RunFacts } from "../harness/oneRun.ts";
import { account, enterprise, reasons, run, writes } from "./ada.ts";

suite("the pipeline updates", () => {
  test("what differs, and nothing else", async () => {
    const target = memoryTarget({ ...account, displayName: "Ada Byron" });
    const result = await run({ target, live: true });
    assert.equal(result.action, "update");
    assert.equal(
      result.summary,
      'Ada Lovelace was updated in ServiceNow: displayName, emails[type eq "work"].value, department.',
    );
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
    assert.deepEqual(reasons(result), {
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

  const primary: readonly (readonly [mode: Wire["mode"], operation: object])[] = [
    ["default", { op: "Add", path: 'emails[type eq "work"].primary', value: "True" }],
    ["compliant", { op: "add", path: 'emails[type eq "work"].primary', value: true }],
  ];
  for (const [mode, operation] of primary) {
    test(`which address is the primary one, a truth value: ${mode}`, async () => {
      const mapping = 'userName <- [userPrincipalName] match 1 emails[type eq "work"].primary <- "true"';
      const wire = { ...defaultWire, mode };
      const [update] = writes(await provision({ ...oneRun({ mapping, target: memoryTarget(account) }), wire }));
      assert.deepEqual(JSON.parse(update?.body ?? "").Operations, [operation]);
      const [create] = writes(await provision({ ...oneRun({ mapping }), wire }));
      assert.deepEqual(JSON.parse(create?.body ?? "").emails, [{ primary: true, type: "work" }]);
    });
  }

  suite("values that the source does not have any more", () => {
    const mapping = `userName <- [userPrincipalName] match 1 displayName <- [displayName] title <- [jobTitle]
      nickName <- none default "n/a" locale <- [mail] match 2 ${enterprise}:department <- [department] on create`;
    const held = { ...account, nickName: "Ada", locale: "en", [enterprise]: { department: "R&D" } };
    const written = (clearedValue: Wire["clearedValue"], facts: Partial<RunFacts> = {}) =>
      provision({
        ...oneRun({ mapping, user: {}, target: memoryTarget(held), ...facts }),
        wire: { ...defaultWire, clearedValue },
      });

    test("stay where no setting says otherwise", async () => {
      const result = await written("kept");
      assert.equal(result.onDemand.statusInfo.skipReason, "RedundantExport");
      assert.equal(reasons(result).title, "empty");
    });

    test("are taken away where the setting clearedValue says so, but for what the target needs and what does not flow", async () => {
      const result = await written("text");
      assert.match(writes(result)[0]?.body ?? "", /"Operations":\[\{"op":"Replace","path":"title","value":""\}\]/);
      assert.ok(result.assumptions.some(({ name }) => name === "clearedValue"));
      assert.deepEqual(result.onDemand.modifiedProperties, [
        { displayName: "title", oldValue: "Boss", newValue: null },
      ]);
    });

    test("are none of those that the target does not have", async () => {
      const result = await written("null", { target: memoryTarget({ ...held, title: "" }) });
      assert.equal(result.onDemand.statusInfo.skipReason, "RedundantExport");
    });

    test("stay where the account is disabled", async () => {
      const result = await written("text", { mapping: `${mapping} active <- Not([IsSoftDeleted])`, assigned: false });
      assert.match(
        writes(result)[0]?.body ?? "",
        /"Operations":\[\{"op":"Replace","path":"active","value":"False"\}\]/,
      );
    });
  });

  test("what flows always, although the target has it already", async () => {
    const mapping = 'userName <- [userPrincipalName] match 1 title <- "Boss" flow always';
    const result = await run({ mapping, target: memoryTarget(account) });
    assert.match(writes(result)[0]?.body ?? "", /\[\{"op":"Replace","path":"title","value":"Boss"\}\]/);
    assert.deepEqual([result.action, reasons(result).title], ["update", "flowsAlways"]);
    assert.equal(result.summary, "Ada Lovelace would be updated in ServiceNow: title.");
  });

  test("no password, which the target does not give back to be compared", async () => {
    const mapping = 'userName <- [userPrincipalName] match 1 password <- "initial"';
    assert.match(writes(await run({ mapping }))[0]?.body ?? "", /"password":"initial"/);
    assert.deepEqual(reasons(await run({ mapping, target: memoryTarget(account) })), {
      userName: "unchanged",
      password: "onlyDuringCreation",
    });
  });

  test("a difference of case only where the attribute is caseExact", async () => {
    const target = () => memoryTarget({ userName: "ada@contoso.com", nickName: "ADA", externalId: "ADA" });
    const mapping = 'userName <- [userPrincipalName] match 1 nickName <- "ada" externalId <- "ada"';
    assert.deepEqual(reasons(await run({ target: target(), mapping })), {
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
    assert.deepEqual(reasons(result), { userName: "unchanged", tags: "unchanged", more: "changed" });
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

suite("an ignored flow", () => {
  test("leaves the target what it has", async () => {
    const target = memoryTarget({ ...account, nickName: "Ada" });
    const mapping = "userName <- [userPrincipalName] match 1 nickName <- IgnoreFlowIfNullOrEmpty([mail])";
    const result = await run({ target, mapping, user: { mail: null } });
    assert.equal(result.onDemand.statusInfo.skipReason, "RedundantExport");
    assert.equal(reasons(result).nickName, "flowIgnored");
  });
});
