import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { InputError } from "../../server/src/connectors/inputError.ts";
import type { ReadSecret } from "../../server/src/session/openEnvironment.ts";
import type { Sandboxes } from "../../server/src/session/sandboxes.ts";
import { openSession, type SessionSettings } from "../../server/src/session/session.ts";
import { smallDirectory, smallMapping, type TemporaryWorkspace, temporaryWorkspace } from "../harness/workspace.ts";

const noUsers = {
  schemas: ["urn:ietf:params:scim:api:messages:2.0:ListResponse"],
  totalResults: 0,
  Resources: [],
};

const singleRole = 'roles[primary eq "True"].value <- SingleAppRoleAssignment([appRoleAssignments])';

suite("session", () => {
  let workspace: TemporaryWorkspace;
  let server: Server;
  let address: string;
  const requests: { method: string; path: string | undefined; authorization: string | undefined }[] = [];

  suiteSetup(async () => {
    server = createServer((request, response) => {
      requests.push({ method: request.method ?? "", path: request.url, authorization: request.headers.authorization });
      response.writeHead(200, { "content-type": "application/scim+json" });
      response.end(JSON.stringify(noUsers));
    });
    await new Promise<void>(resolve => server.listen(0, "127.0.0.1", resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const authentication = { type: "bearer", secret: "target-token" };
    workspace = await temporaryWorkspace({
      "a.provmap": smallMapping,
      "people.json": smallDirectory,
      "mapwright.json": {
        directory: "people.json",
        environments: {
          real: { endpoint: address, authentication },
          writable: { endpoint: address, write: true },
          tested: { endpoint: address, testConnection: true },
          flagged: { endpoint: `${address}?aadOptscim062020`, wire: { flagInUrl: true } },
        },
      },
    });
  });
  suiteTeardown(async () => {
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
    await workspace.remove();
  });
  setup(() => {
    requests.length = 0;
  });

  const sandboxes: Sandboxes = {
    for: async () => ({
      url: address,
      token: "sandbox-token",
      content: async () => ({ users: [], groups: [] }),
      reset: async () => ({ users: [], groups: [] }),
      stop: async () => {},
    }),
    stop: async () => {},
  };
  const open = (settings: Partial<SessionSettings> = {}) =>
    openSession({ file: join(workspace.folder, "a.provmap"), secret: async () => undefined, sandboxes, ...settings });
  const origin = () => new URL(address).origin;
  const ada = { user: "ada@contoso.com", provision: false };

  test("tells of the file, its users and the environments, and sends nothing", async () => {
    const { configuration, problems, users, environments, environment } = await open({ environment: "real" });
    assert.equal(configuration.application?.name.text, "Learning");
    assert.deepEqual(problems, []);
    assert.equal(users.length, 2);
    assert.deepEqual(environments, [
      { name: "sandbox", endpoint: "sandbox", write: true },
      { name: "real", endpoint: address, write: false, secret: "target-token", secretOrigins: [origin()] },
      { name: "writable", endpoint: address, write: true },
      { name: "tested", endpoint: address, write: false },
      { name: "flagged", endpoint: `${address}?aadOptscim062020`, write: false },
    ]);
    assert.equal(environment.name, "real");
    assert.deepEqual(requests, []);
  });

  test("runs against the sandbox unless told otherwise, with its token", async () => {
    const result = await (await open()).run(ada);
    assert.equal(result.action, "create");
    assert.deepEqual([...new Set(requests.map(({ authorization }) => authorization))], ["Bearer sandbox-token"]);
    assert.ok(requests.every(({ method }) => method === "GET"));
  });

  test("asks for the secret of the environment when it runs, not before", async () => {
    const asked: unknown[] = [];
    const secret: ReadSecret = async (...about) => {
      asked.push(about);
      return "from-the-keychain";
    };
    const session = await open({ environment: "real", secret });
    assert.deepEqual(asked, []);
    await session.run(ada);
    assert.deepEqual(asked, [["target-token", [origin()]]]);
    assert.equal(requests[0]?.authorization, "Bearer from-the-keychain");
  });

  test("the text of the editor counts, not the file", async () => {
    const session = await open({ text: smallMapping.replace('"Engineering"\n', '"Sales"\n') });
    assert.equal((await session.run(ada)).action, "skip");
  });

  test("the sandbox knows the target attributes that the file declares for users and for groups", async () => {
    const asked: string[] = [];
    const watching: Sandboxes = {
      ...sandboxes,
      for: (application, environment, added) => {
        asked.push(...[...(added.attributes ?? []), ...(added.groupAttributes ?? [])].map(({ name }) => name));
        return sandboxes.for(application, environment, added);
      },
    };
    const declared = `
attributes target "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User" {
  urn:example:User:badge: String
}

attributes target "urn:ietf:params:scim:schemas:core:2.0:Group" {
  urn:example:Group:floor: String
}

attributes source "User" {
  badge: String
}
`;
    await (await open({ text: smallMapping + declared, sandboxes: watching })).run(ada);
    assert.deepEqual(asked, ["urn:example:User:badge", "urn:example:Group:floor"]);
  });

  test("tests the connection first where the environment says so", async () => {
    await (await open({ environment: "tested" })).run(ada);
    assert.deepEqual(
      requests.map(({ path }) => path?.replace(/%22.*/, "")),
      ["/Users?filter=userName+eq+", "/Users?filter=userName+eq+"],
    );
    assert.doesNotMatch(requests[0]?.path ?? "", /ada%40/);
  });

  test("sends the flag in the address where the environment says so", async () => {
    const result = await (await open({ environment: "flagged" })).run({ ...ada, comparesWire: true });
    assert.match(requests[0]?.path ?? "", /^\/Users\?aadOptscim062020&filter=/);
    assert.equal(result.wire?.used, "compliant");
    assert.match(result.notes.join(" "), /does not work with the flag/);
  });

  const refused: readonly (readonly [
    title: string,
    settings: Partial<SessionSettings>,
    request: { readonly user?: string; readonly provision?: boolean },
    message: RegExp,
  ])[] = [
    ["a write to a read-only environment", { environment: "real" }, { provision: true }, /read-only.*"write": true/],
    ["a missing secret", { environment: "real" }, {}, /"target-token" is not set/],
    ["an unknown user", {}, { user: "eve@contoso.com" }, /no user "eve@contoso\.com"/],
    [
      "a role in the scope of all users",
      { text: smallMapping.replace(/\}\n$/, `  ${singleRole}\n}\n`) },
      { provision: true },
      /roles belong to assignments\. Set scope: assigned\./,
    ],
    ["an error in the mapping", { text: smallMapping.replace("Switch(", "Swich(") }, {}, /a\.provmap:15:13: .*Swich/],
  ];
  for (const [title, settings, request, message] of refused) {
    test(`${title} is refused, with nothing sent`, async () => {
      const session = await open(settings);
      await assert.rejects(session.run({ ...ada, ...request }), error => {
        assert.ok(error instanceof InputError);
        assert.match(error.message, message);
        return true;
      });
      assert.deepEqual(requests, []);
    });
  }

  test("an error elsewhere in the file does not stop the mapping", async () => {
    const other = `\nmapping "Broken" {\n  source: User\n  target: "User"\n  userName <- Swich([a]) match 1\n}\n`;
    const session = await open({ text: smallMapping + other });
    assert.ok(session.problems.length > 0);
    assert.equal((await session.run({ ...ada, mapping: "Users" })).action, "create");
  });
});
