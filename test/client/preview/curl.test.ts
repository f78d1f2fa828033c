import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { curl } from "../../../client/src/preview/curl.ts";
import type { EndpointAccess } from "../../../server/src/protocol/previews.ts";

const real: EndpointAccess = {
  address: "https://scim.example/v2",
  authentication: "bearer",
  variable: "MAPWRIGHT_SECRET_KEY",
};
const get = { method: "GET", path: "/Users?filter=userName+eq+%22a%27b%22" } as const;
const variables = {
  MAPWRIGHT_SECRET_KEY: "open sesame",
  ACCESS_TOKEN: "t0ken",
  MAPWRIGHT_SANDBOX_URL: "http://127.0.0.1:1/scim",
  MAPWRIGHT_SECRET_SANDBOX: "sand",
};

/** What curl is called with when a shell runs the line. */
function argumentsOf(line: string): readonly string[] {
  const script = `curl() { for argument in "$@"; do printf '%s\\0' "$argument"; done; }\n${line}`;
  return execFileSync("sh", ["-c", script], { encoding: "utf8", env: variables }).split("\0").slice(0, -1);
}

suite("a request as cURL", () => {
  test("is what Mapwright sends", () =>
    assert.deepEqual(argumentsOf(curl(get, real)), [
      "https://scim.example/v2/Users?filter=userName+eq+%22a%27b%22",
      "--request",
      "GET",
      "--header",
      "Authorization: Bearer open sesame",
      "--header",
      "Accept: application/scim+json",
    ]));

  test("holds no secret, but the variable that has it", () => {
    const line = curl(get, real);
    assert.match(line, /"Authorization: Bearer \$MAPWRIGHT_SECRET_KEY"/);
    assert.doesNotMatch(line, /sesame/);
  });

  for (const body of [
    '{"userName":"ada"}',
    `{"nickName":"O'Brien"}`,
    `{"a":"$HOME \`id\` $(id) \\\\ ! \\" ''"}`,
    '{"a":"Zoë – 日本"}',
    '{"a":"line\\nbreak"}',
    "'",
    "''\n'x",
    "-d @/etc/passwd",
  ]) {
    test(`a shell takes the body ${JSON.stringify(body)} as it is`, () => {
      const [option, taken] = argumentsOf(curl({ method: "POST", path: "/Users", body }, real)).slice(-2);
      assert.deepEqual([option, taken], ["--data-raw", body]);
    });
  }

  for (const [access, option, value] of [
    [{ ...real, authentication: "basic" }, "--user", "open sesame"],
    [{ ...real, authentication: "basic", user: "it's me" }, "--user", "it's me:open sesame"],
    [{ ...real, authentication: "oauth" }, "--header", "Authorization: Bearer t0ken"],
    [{ ...real, authentication: "none" }, "--header", "Accept: application/scim+json"],
  ] as const) {
    test(`${access.authentication}${"user" in access ? " with a user" : ""} becomes ${option} ${value}`, () =>
      assert.deepEqual(argumentsOf(curl(get, access)).slice(3, 5), [option, value]));
  }

  test("carries the flag in front of the query", () => {
    const flagged = { ...real, flag: "aadOptscim062020" };
    assert.match(argumentsOf(curl(get, flagged))[0] ?? "", /\/Users\?aadOptscim062020&filter=/);
    const [address] = argumentsOf(curl({ method: "DELETE", path: "/Users/1" }, flagged));
    assert.equal(address, "https://scim.example/v2/Users/1?aadOptscim062020");
  });

  test("reaches the sandbox by what mapwright sandbox tells", () => {
    const line = curl(get, { authentication: "bearer", variable: "MAPWRIGHT_SECRET_SANDBOX" });
    const [address, , , , authorization] = argumentsOf(line);
    assert.equal(address, "http://127.0.0.1:1/scim/Users?filter=userName+eq+%22a%27b%22");
    assert.equal(authorization, "Authorization: Bearer sand");
  });
});
