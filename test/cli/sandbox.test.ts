import assert from "node:assert/strict";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { start } from "../harness/commandLine.ts";
import { type TemporaryWorkspace, temporaryWorkspace } from "../harness/workspace.ts";

suite("command line: sandbox", function () {
  this.timeout(30_000);
  let workspace: TemporaryWorkspace;
  suiteSetup(async () => {
    workspace = await temporaryWorkspace({});
  });
  suiteTeardown(() => workspace.remove());

  /** Starts the sandbox, lets `use` work with the lines it prints first, and ends it with the signal. */
  async function sandbox(
    args: readonly string[],
    lines: number,
    use: (printed: readonly string[]) => Promise<void>,
    signal: NodeJS.Signals = "SIGINT",
  ): Promise<void> {
    const child = start(["sandbox", ...args], { cwd: workspace.folder });
    const ended = once(child, "close");
    try {
      const printed: string[] = [];
      for await (const line of createInterface(child.stdout)) {
        printed.push(line);
        if (printed.length === lines) break;
      }
      await use(printed);
    } finally {
      child.kill(signal);
    }
    assert.deepEqual(await ended, [0, null]);
  }

  function users(url: string, token: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${url}/Users`, {
      ...init,
      headers: { authorization: `Bearer ${token}`, "content-type": "application/scim+json" },
    });
  }

  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    test(`with --format json its first line tells where it listens, and ${signal} ends it cleanly`, () =>
      sandbox(
        ["--format", "json"],
        1,
        async ([first = ""]) => {
          const { url, token } = JSON.parse(first);
          assert.match(url, /^http:\/\/127\.0\.0\.1:\d+/);
          assert.equal((await users(url, token)).status, 200);
          assert.equal((await users(url, "another")).status, 401);
        },
        signal,
      ));
  }

  test("in text it tells the address, the token and how to stop it", () =>
    sandbox(["--token", "open-sesame"], 3, async printed => {
      assert.match(printed[0] ?? "", /^SCIM endpoint {2}http:\/\/127\.0\.0\.1:\d+/);
      assert.equal(printed[1], "Secret token   open-sesame");
      assert.match(printed[2] ?? "", /Ctrl\+C/);
    }));

  test("--data keeps the contents for the next start", async () => {
    const body = JSON.stringify({ schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"], userName: "ada" });
    const args = ["--data", "kept", "--token", "t", "--format", "json"];
    await sandbox(args, 1, async ([first = ""]) => {
      assert.equal((await users(JSON.parse(first).url, "t", { method: "POST", body })).status, 201);
    });
    await sandbox(args, 1, async ([first = ""]) => {
      const list = (await (await users(JSON.parse(first).url, "t")).json()) as { readonly totalResults: number };
      assert.equal(list.totalResults, 1);
    });
  });
});
