import assert from "node:assert/strict";
import { once } from "node:events";
import { readdir } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { AttributeFact } from "../../../server/src/catalogue/attribute.ts";
import {
  type Sandbox,
  type SandboxSettings,
  startSandbox,
} from "../../../server/src/connectors/sandbox/startSandbox.ts";
import { openTarget } from "../../../server/src/connectors/scim/openTarget.ts";
import type { ScimAnswer, ScimRequest } from "../../../server/src/engine/ports.ts";
import { type TemporaryWorkspace, temporaryWorkspace } from "../../harness/workspace.ts";

const coreUser = "urn:ietf:params:scim:schemas:core:2.0:User";
const ada = { schemas: [coreUser], userName: "ada@contoso.com" };
const all: ScimRequest = { method: "GET", path: "/Users" };

suite("startSandbox", () => {
  let files: TemporaryWorkspace;
  setup(async () => {
    files = await temporaryWorkspace({});
  });
  teardown(() => files.remove());

  /** A sandbox that lives as long as the use of it. */
  const using = async <T>(settings: SandboxSettings, use: (sandbox: Sandbox) => Promise<T>): Promise<T> => {
    const sandbox = await startSandbox(settings);
    try {
      return await use(sandbox);
    } finally {
      await sandbox.stop();
    }
  };
  const create = (body: object) => (sandbox: Sandbox) =>
    send(sandbox, { method: "POST", path: "/Users", body: JSON.stringify(body) });
  const userNames = async (sandbox: Sandbox): Promise<readonly unknown[]> => {
    const answer = await send(sandbox, all);
    assert.ok(answer.kind === "list", JSON.stringify(answer));
    return answer.resources.map(({ userName }) => userName);
  };

  test("listens on the loopback address, with a token that is random", () =>
    using({}, async first => {
      await using({}, async second => {
        assert.match(first.url, /^http:\/\/127\.0\.0\.1:\d+\/scim$/);
        assert.ok(first.token.length >= 32 && first.token !== second.token);
        assert.notEqual(first.url, second.url);
      });
    }));

  test("takes the port and token it is given, and frees the port", async () => {
    const port = await using({ token: "t0ken" }, async ({ url, token }) => {
      assert.equal(token, "t0ken");
      return Number(new URL(url).port);
    });
    await using({ port }, async ({ url }) => assert.equal(new URL(url).port, `${port}`));
  });

  test("stopping twice is no mistake", () => using({}, ({ stop }) => stop()));

  test("a port in use is refused with a remedy", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = other.address() as AddressInfo;
    try {
      await assert.rejects(startSandbox({ port }), {
        name: "InputError",
        message: `Port ${port} is in use on this machine. Stop what listens there, or choose another port.`,
      });
    } finally {
      other.close();
    }
  });

  suite("contents", () => {
    test("are thrown away without a data folder", async () => {
      await using({}, create(ada));
      assert.deepEqual(await using({}, userNames), []);
    });

    test("survive a restart in a data folder, which is created", async () => {
      const data = join(files.folder, "deep/data");
      await using({ data }, create(ada));
      assert.deepEqual(await using({ data }, userNames), ["ada@contoso.com"]);
      assert.deepEqual(await readdir(data), ["users.json"]);
      const again = await using({ data }, create(ada));
      assert.equal(again.kind === "failure" && again.status, 409);
    });

    test("that another process wrote since are served, and kept by what is written next", async () => {
      const data = join(files.folder, "shared");
      const names = await using({ data }, async here => {
        await using({ data }, create(ada));
        await create({ ...ada, userName: "grace@contoso.com" })(here);
        return userNames(here);
      });
      assert.deepEqual(names, ["ada@contoso.com", "grace@contoso.com"]);
      assert.deepEqual(await using({ data }, userNames), names);
    });

    test("of a file that is no JSON are left as they are, and named with the place", async () => {
      const path = await files.write("users.json", '[\n  { "id": ');
      await assert.rejects(startSandbox({ data: files.folder }), (error: Error) => {
        assert.equal(error.name, "InputError");
        assert.ok(error.message.startsWith(`${path}:2:`), error.message);
        return true;
      });
      assert.equal(await files.read("users.json"), '[\n  { "id": ');
    });

    test("of a file that holds something else are left as they are", async () => {
      await files.write("groups.json", '{ "id": "1" }');
      await assert.rejects(startSandbox({ data: files.folder }), {
        name: "InputError",
        message: /groups\.json:1:1: the file must be a list of resources\.$/,
      });
      assert.deepEqual(await readdir(files.folder), ["groups.json"]);
    });

    test("cannot be kept in a folder that is a file", async () => {
      const data = await files.write("taken", "");
      await assert.rejects(startSandbox({ data }), {
        name: "InputError",
        message: /taken: the sandbox cannot keep its data/,
      });
    });
  });

  test("tells what it holds, and another one begins with it instead of a seed", async () => {
    const seed = await files.write("seed.json", { users: [{ ...ada, userName: "seed@contoso.com" }] });
    const content = await using({}, async sandbox => {
      await create(ada)(sandbox);
      return sandbox.content();
    });
    assert.deepEqual(content.groups, []);
    assert.deepEqual(await using({ seed, content }, userNames), ["ada@contoso.com"]);
  });

  test("holds nothing once it has ended", async () => {
    const sandbox = await startSandbox({});
    await sandbox.stop();
    assert.deepEqual(await sandbox.content(), { users: [], groups: [] });
  });

  suite("a seed", () => {
    test("is what a throw-away sandbox begins with", async () => {
      const seed = await files.write("seed.json", { users: [ada] });
      assert.deepEqual(await using({ seed }, userNames), ["ada@contoso.com"]);
    });

    test("is planted in a data folder once", async () => {
      const seed = await files.write("seed.json", { users: [ada], groups: [] });
      const data = join(files.folder, "data");
      await using({ seed, data }, async sandbox => {
        const listed = await send(sandbox, all);
        const id = listed.kind === "list" ? listed.resources[0]?.id : undefined;
        await send(sandbox, { method: "DELETE", path: `/Users/${id}` });
      });
      assert.deepEqual(await using({ seed, data }, userNames), []);
    });

    const mistakes: readonly (readonly [what: string, content: unknown, message: RegExp])[] = [
      ["that is a list", [ada], /seed\.json:1:1: the file must be an object with the lists "users" and "groups"/],
      [
        "with a user twice",
        '{ "users": [{ "userName": "a" },\n{ "userName": "A" }] }',
        /seed\.json:2:1: users\[1\] is refused: Another resource has the userName "A"\. Correct the resource\.$/,
      ],
      [
        "with a user without a name",
        { users: [{}] },
        /users\[0\] is refused: Required attribute 'userName' is missing\./,
      ],
    ];
    for (const [what, content, message] of mistakes) {
      test(`${what} is refused with its place`, async () => {
        const seed = await files.write("seed.json", content);
        await assert.rejects(startSandbox({ seed }), { name: "InputError", message });
      });
    }
  });

  suite("reset", () => {
    test("without a seed leaves nothing, at the same address", () =>
      using({}, async sandbox => {
        await create(ada)(sandbox);
        assert.deepEqual(await sandbox.reset(), { users: [], groups: [] });
        assert.deepEqual(await userNames(sandbox), []);
      }));

    test("puts back what the seed holds, also in the data folder", async () => {
      const seed = await files.write("seed.json", { users: [ada] });
      const data = join(files.folder, "data");
      await using({ seed, data }, async sandbox => {
        await create({ ...ada, userName: "bob@contoso.com" })(sandbox);
        const { users } = await sandbox.reset();
        assert.deepEqual(
          users.map(({ userName }) => userName),
          ["ada@contoso.com"],
        );
      });
      assert.deepEqual(await using({ data }, userNames), ["ada@contoso.com"]);
    });

    test("a seed that cannot be used any more is refused, and all stays", async () => {
      const seed = await files.write("seed.json", { users: [ada] });
      await using({ seed }, async sandbox => {
        await create({ ...ada, userName: "bob@contoso.com" })(sandbox);
        await files.write("seed.json", { users: [ada, {}] });
        await assert.rejects(sandbox.reset(), { name: "InputError", message: /users\[1\] is refused/ });
        assert.deepEqual(await userNames(sandbox), ["ada@contoso.com", "bob@contoso.com"]);
      });
    });

    test("and content are answered each by its own answer", () =>
      using({}, async sandbox => {
        await create(ada)(sandbox);
        const [before, , after] = await Promise.all([sandbox.content(), sandbox.reset(), sandbox.content()]);
        assert.deepEqual([before.users.length, after.users.length], [1, 0]);
      }));
  });

  suite("attributes of the application", () => {
    const attributes: readonly AttributeFact[] = [
      fact("urn:contoso:scim:2.0:Person:badge", { caseExact: true }),
      fact("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:building", {}),
      fact("urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department", {}),
      fact("shoeSize", { type: "Integer" }),
      fact('emails[type eq "work"].value', {}),
    ];
    const person = {
      ...ada,
      shoeSize: 39,
      "urn:contoso:scim:2.0:Person": { badge: "B7" },
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User": { building: "North" },
    };

    test("are kept, in the core schema, a known extension or one of any namespace", () =>
      using({ attributes }, async sandbox => {
        const created = await create(person)(sandbox);
        assert.ok(created.kind === "resource", JSON.stringify(created));
        const { id: _, meta: __, schemas: ___, ...kept } = created.resource;
        const { schemas: ____, ...expected } = person;
        assert.deepEqual(kept, expected);
      }));

    test("may be those of groups: they are found by them", () =>
      using({ groupAttributes: [fact("name", {}), fact("urn:contoso:scim:2.0:Team:code", {})] }, async sandbox => {
        const team = { schemas: ["urn:ietf:params:scim:schemas:core:2.0:Group"], displayName: "Team", name: "T" };
        const body = JSON.stringify({ ...team, "urn:contoso:scim:2.0:Team": { code: "7" } });
        await send(sandbox, { method: "POST", path: "/Groups", body });
        for (const filter of ["name+eq+%22T%22", "urn:contoso:scim:2.0:Team:code+eq+%227%22"]) {
          const answer = await send(sandbox, { method: "GET", path: `/Groups?filter=${filter}` });
          assert.equal(answer.kind === "list" && answer.totalResults, 1, JSON.stringify(answer));
        }
      }));

    for (const [filter, hits] of [
      ["urn:contoso:scim:2.0:Person:badge+eq+%22B7%22", 1],
      ["urn:contoso:scim:2.0:Person:badge+eq+%22b7%22", 0],
      ["shoeSize+eq+39", 1],
    ] as const) {
      test(`can be filtered on: ${filter} finds ${hits}`, () =>
        using({ attributes }, async sandbox => {
          await create(person)(sandbox);
          const answer = await send(sandbox, { method: "GET", path: `/Users?filter=${filter}` });
          assert.equal(answer.kind === "list" && answer.totalResults, hits, JSON.stringify(answer));
        }));
    }
  });
});

function fact(name: string, more: Partial<AttributeFact>): AttributeFact {
  return { name, type: "String", multivalued: false, description: "", source: "https://a.example", ...more };
}

function send({ url, token }: Sandbox, request: ScimRequest): Promise<ScimAnswer> {
  return openTarget({ endpoint: url, authentication: { type: "bearer" }, secret: token }).send(request);
}
