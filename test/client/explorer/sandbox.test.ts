import assert from "node:assert/strict";
import { createContents } from "../../../client/src/explorer/sandbox/contents.ts";
import { resetQuestion, resourceList, resourceNodes } from "../../../client/src/explorer/sandbox/nodes.ts";
import type { SandboxPageAnswer } from "../../../server/src/protocol/views.ts";

const ada = { id: "1", name: "ada@contoso.com", displayName: "Ada", active: true };
const bob = { id: "2", name: "bob@contoso.com", active: false };

suite("view of the sandbox", () => {
  test("resources are shown by name; one that is disabled says so", () =>
    assert.deepEqual(
      resourceNodes("User", { total: 2, resources: [ada, bob] }).map(({ label, description, icon }) => [
        label,
        description,
        icon,
      ]),
      [
        ["ada@contoso.com", "Ada", "account"],
        ["bob@contoso.com", "disabled", "circle-slash"],
      ],
    ));

  test("a page that is not the last ends with the row that shows more", () => {
    const more = resourceNodes("Group", { total: 500, resources: [ada] }).at(-1);
    assert.deepEqual(
      [more?.description, more?.command, more?.type],
      ["1 of 500", "mapwright.showMoreOfSandbox", "Group"],
    );
  });

  test("a list with nothing in it does not open", () => {
    assert.equal(resourceList("Group", { total: 0, resources: [] }).opens, undefined);
    assert.equal(resourceList("User", { total: 2, resources: [] }).opens, "expanded");
  });

  test("the question before a reset names application and environment", () =>
    assert.equal(
      resetQuestion({ application: "ServiceNow", environment: "sandbox" }).question,
      "Reset the sandbox of ServiceNow in the environment “sandbox”?",
    ));

  test("comes page by page, and knows whose it is", async () => {
    const { begin, more, of, owner } = createContents({
      sandbox: async ({ type, offset }): Promise<SandboxPageAnswer> => {
        const total = type === "User" ? 2 : 0;
        const resources = type === "User" ? [[ada], [bob]][offset] : [];
        return { kind: "page", application: "A", environment: "sandbox", total, resources: resources ?? [] };
      },
    });
    assert.equal(owner(), undefined);
    await begin({ uri: "file:///a" });
    assert.deepEqual(of("User"), { total: 2, resources: [ada] });
    await more("User");
    assert.deepEqual(of("User").resources, [ada, bob]);
    assert.deepEqual(owner(), { uri: "file:///a", application: "A", environment: "sandbox" });
  });

  test("that is refused has no owner", async () => {
    const { begin, owner } = createContents({ sandbox: async () => ({ kind: "refused", message: "No." }) });
    assert.deepEqual(await begin({ uri: "file:///a" }), { kind: "refused", message: "No." });
    assert.equal(owner(), undefined);
  });
});
