import assert from "node:assert/strict";
import { readSnapshot } from "../../server/src/connectors/directory/readSnapshot.ts";
import { mapwright } from "../harness/commandLine.ts";
import { type Received, type Reply, scimServer } from "../harness/scimServer.ts";
import { smallMapping, type TemporaryWorkspace, temporaryWorkspace } from "../harness/workspace.ts";

suite("command line: snapshot", function () {
  this.timeout(30_000);
  let workspace: TemporaryWorkspace;
  teardown(() => workspace.remove());

  async function run(script: (request: Received) => Reply) {
    const server = await scimServer(script);
    const environments = { test: { endpoint: server.url } };
    workspace = await temporaryWorkspace({ "a.provmap": smallMapping, "mapwright.json": { environments } });
    try {
      const args = ["snapshot", "a.provmap", "--environment", "test"];
      return { ...(await mapwright(args, { cwd: workspace.folder })), received: server.received };
    } finally {
      await server.stop();
    }
  }

  test("all users and groups, page by page, as a file that impact reads", async () => {
    const { code, stdout, received } = await run(page(250, 3));
    assert.equal(code, 0);
    const resources = await readSnapshot(await workspace.write("target.json", stdout));
    assert.equal(resources.length, 253);
    assert.deepEqual(resources.at(-1), { id: "Groups-3" });
    assert.deepEqual(
      received.map(({ url }) => url),
      [
        "/scim/Users?startIndex=1&count=100",
        "/scim/Users?startIndex=101&count=100",
        "/scim/Users?startIndex=201&count=100",
        "/scim/Groups?excludedAttributes=members&startIndex=1&count=100",
      ],
    );
  });

  test("a target that holds nobody", async () => {
    const { code, stdout } = await run(page(0, 0));
    assert.deepEqual([code, JSON.parse(stdout)], [0, { users: [], groups: [] }]);
  });

  test("a target that sends the first page for ever is told in one line", async () => {
    const { code, stderr } = await run(() => list(250, ["1", "2"]));
    assert.equal(code, 2);
    assert.match(
      stderr,
      /^mapwright: GET \/Users\?startIndex=3&count=100 was answered with the page before it once more\. .*\n$/,
    );
  });
});

function page(users: number, groups: number) {
  return ({ url }: Received): Reply => {
    const { pathname, searchParams } = new URL(url, "http://x");
    const [kind, total] = pathname.endsWith("/Users") ? ["Users", users] : ["Groups", groups];
    const first = Number(searchParams.get("startIndex"));
    const end = Math.min(Number(total) + 1, first + Number(searchParams.get("count")));
    return list(
      Number(total),
      Array.from({ length: Math.max(0, end - first) }, (_, at) => `${kind}-${first + at}`),
    );
  };
}

function list(totalResults: number, ids: readonly string[]): Reply {
  return { status: 200, body: JSON.stringify({ totalResults, Resources: ids.map(id => ({ id })) }) };
}
