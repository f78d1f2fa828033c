import assert from "node:assert/strict";
import { startSandbox } from "../../../server/src/connectors/sandbox/startSandbox.ts";
import { discoverSchemas } from "../../../server/src/connectors/scim/discoverSchemas.ts";
import { openTarget } from "../../../server/src/connectors/scim/openTarget.ts";
import { type Reply, scimServer } from "../../harness/scimServer.ts";

const core = "urn:ietf:params:scim:schemas:core:2.0:User";
const user = { id: core, attributes: [{ name: "userName", type: "string", required: true, uniqueness: "server" }] };

suite("discovering the schemas of an endpoint", () => {
  /** What is discovered of an endpoint that answers so, by path. */
  const discovered = async (answers: Readonly<Record<string, Reply>>) => {
    const server = await scimServer(({ url }) => answers[url.replace("/scim", "")] ?? { status: 404 });
    try {
      return await discoverSchemas(
        openTarget({ endpoint: server.url, authentication: { type: "none" }, figures: { attempts: 1 } }),
      );
    } finally {
      await server.stop();
    }
  };

  test("reads what the sandbox tells of itself", async () => {
    const { url, token, stop } = await startSandbox({});
    try {
      const target = openTarget({ endpoint: url, authentication: { type: "bearer" }, secret: token });
      const found = await discoverSchemas(target);
      assert.ok(found.kind === "found", JSON.stringify(found));
      assert.deepEqual(
        found.resourceTypes?.map(({ name, extensions }) => [name, extensions]),
        [
          ["User", ["urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"]],
          ["Group", []],
        ],
      );
      const { attributes = [] } = found.schemas.find(({ id }) => id === core) ?? {};
      const emails = attributes.find(({ name }) => name === "emails");
      assert.deepEqual(emails?.subAttributes.find(({ name }) => name === "type")?.canonicalValues, [
        "work",
        "home",
        "other",
      ]);
    } finally {
      await stop();
    }
  });

  test("fills in the characteristics that the standard lets out, and does without resource types", async () => {
    const found = await discovered({ "/Schemas": list([user]) });
    assert.deepEqual(found, {
      kind: "found",
      schemas: [
        {
          id: core,
          attributes: [
            {
              name: "userName",
              type: "string",
              multiValued: false,
              required: true,
              caseExact: false,
              mutability: "readWrite",
              canonicalValues: [],
              subAttributes: [],
            },
          ],
        },
      ],
    });
  });

  const failures: readonly (readonly [what: string, Reply, RegExp])[] = [
    ["refuses", { status: 401 }, /\/scim\/Schemas was refused with 401 Unauthorized/],
    ["has no /Schemas", { status: 404 }, /was refused with 404 Not Found/],
    ["is a web page", { status: 200, body: "<html>" }, /was answered with 200 and a web page/],
    ["has no user", list([{ id: "urn:x:Device" }]), /describes no user/],
    ["describes attributes without names", list([{ id: core, attributes: [{ type: "string" }] }]), /describes no user/],
  ];
  for (const [what, reply, message] of failures) {
    test(`says what is wrong with an endpoint that ${what}, and what to do`, async () => {
      const failed = await discovered({ "/Schemas": reply });
      assert.ok(failed.kind === "failed");
      assert.match(failed.message, message);
      assert.match(failed.remedy, /^[A-Z].*\.$/);
    });
  }
});

function list(resources: readonly object[]): Reply {
  return { status: 200, body: JSON.stringify({ totalResults: resources.length, Resources: resources }) };
}
