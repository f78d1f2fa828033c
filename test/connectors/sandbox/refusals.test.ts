import assert from "node:assert/strict";
import { type Sandbox, startSandbox } from "../../../server/src/connectors/sandbox/startSandbox.ts";

const message = "urn:ietf:params:scim:api:messages:2.0:Error";
const patch = (...Operations: readonly object[]) =>
  JSON.stringify({ schemas: ["urn:ietf:params:scim:api:messages:2.0:PatchOp"], Operations });

suite("what the sandbox refuses", () => {
  let sandbox: Sandbox;
  let id = "";
  suiteSetup(async () => {
    sandbox = await startSandbox({});
    const created = await call(
      "POST",
      "/Users",
      '{"userName":"ada@contoso.com","emails":[{"type":"work","value":"a@b"}]}',
    );
    id = String(created.body.id);
  });
  suiteTeardown(() => sandbox.stop());

  const call = async (method: string, path: string, body?: string, authorization = `Bearer ${sandbox.token}`) => {
    const response = await fetch(sandbox.url + path, { method, headers: { authorization }, ...(body && { body }) });
    const text = await response.text();
    return { status: response.status, body: text === "" ? {} : JSON.parse(text) };
  };

  const filters: readonly (readonly [filter: string, detail: RegExp])[] = [
    ['userName is "a"', /an operator such as eq is missing before "is"/],
    ['(userName eq "a"', /"\)" is missing at the end/],
    ["active gt true", /active has no order/],
    ['nickname eq "a" and', /an attribute is missing at the end/],
    ["userName eq", /a value is missing at the end/],
    ["userName eq ada", /ada is no JSON value/],
    ['userName eq "ada', /a closing double quote is missing/],
    ['shoeSize eq "1"', /there is no attribute "shoeSize"/],
    ['emails[type eq "work".value eq "x"', /"\]" is missing before "\.value"/],
    ["", /an attribute is missing at the end/],
  ];
  for (const [filter, detail] of filters) {
    test(`the filter ${filter || "of nothing"}: 400 invalidFilter`, async () => {
      const { status, body } = await call("GET", `/Users?filter=${encodeURIComponent(filter)}`);
      assert.deepEqual([status, body.scimType], [400, "invalidFilter"]);
      assert.match(body.detail, detail);
    });
  }

  const requests: readonly (readonly [
    string,
    method: string,
    path: string,
    body: string | undefined,
    status: number,
    detail: RegExp,
  ])[] = [
    ["a path beside the service", "GET", "/Things", undefined, 404, /Nothing is served at \/Things/],
    ["a path too deep", "GET", "/Users/1/emails", undefined, 404, /Nothing is served/],
    ["a path that is badly encoded", "GET", "/Users/%zz", undefined, 400, /percent-encoded/],
    ["a method that resources do not have", "DELETE", "/Users", undefined, 405, /DELETE is not supported at \/Users/],
    ["a change of the schemas", "POST", "/Schemas", "{}", 405, /POST is not supported/],
    ["a body that is a list", "POST", "/Users", "[]", 400, /must be a JSON object/],
    ["no body", "POST", "/Users", undefined, 400, /must be a JSON object/],
    ["a user without a userName", "POST", "/Users", "{}", 400, /'userName' is missing/],
    ["a body over 1 MB", "POST", "/Users", `{"userName":"${"x".repeat(1024 * 1024)}"}`, 413, /larger than 1 MB/],
    [
      "a PATCH of nobody",
      "PATCH",
      "/Users/nobody",
      patch({ op: "Add", path: "title", value: "x" }),
      404,
      /no User with the id "nobody"/,
    ],
    [
      "a PATCH of an unknown attribute",
      "PATCH",
      "/Users/{id}",
      patch({ op: "Add", path: "shoeSize", value: "1" }),
      400,
      /Invalid path 'shoeSize'/,
    ],
    [
      "the second operation of two",
      "PATCH",
      "/Users/{id}",
      patch({ op: "Add", path: "title", value: "x" }, { op: "Add", path: "shoe", value: "1" }),
      400,
      /operation 2 in/,
    ],
    [
      "a path into the prototype",
      "PATCH",
      "/Users/{id}",
      patch({ op: "Add", path: "__proto__.polluted", value: "x" }),
      400,
      /Invalid path/,
    ],
    [
      "a selector with an unknown escape",
      "PATCH",
      "/Users/{id}",
      patch({ op: "Add", path: 'emails[type eq "a\\q"].value', value: "x" }),
      400,
      /does not match any values/,
    ],
    [
      "an operation of another name",
      "PATCH",
      "/Users/{id}",
      patch({ op: "Move", path: "title" }),
      400,
      /Invalid operation 'Move'/,
    ],
  ];
  for (const [what, method, path, sent, status, detail] of requests) {
    test(`${what}: ${status}`, async () => {
      const { status: came, body } = await call(method, path.replace("{id}", id), sent);
      assert.deepEqual([came, body.status, body.schemas], [status, `${status}`, [message]]);
      assert.match(body.detail, detail);
    });
  }

  test("a PATCH that fails changes nothing", async () => {
    await call(
      "PATCH",
      `/Users/${id}`,
      patch({ op: "Add", path: "title", value: "x" }, { op: "Add", path: "shoe", value: "1" }),
    );
    assert.equal((await call("GET", `/Users/${id}`)).body.title, undefined);
    assert.equal(({} as { polluted?: string }).polluted, undefined);
  });

  for (const authorization of ["", "Bearer", "Bearer wrong", "Basic YTpi"]) {
    test(`a request with the authorization "${authorization}": 401`, async () => {
      assert.equal((await call("GET", "/Users", undefined, authorization)).status, 401);
    });
  }

  const projections: readonly (readonly [query: string, members: readonly string[]])[] = [
    ["attributes=userName", ["id", "schemas", "userName"]],
    ["attributes=emails.value", ["emails", "id", "schemas"]],
    ["excludedAttributes=emails,meta,id", ["id", "schemas", "userName"]],
    ["attributes=unknown", ["emails", "id", "meta", "schemas", "userName"]],
  ];
  for (const [query, members] of projections) {
    test(`but ${query} gives ${members}`, async () => {
      const { body } = await call("GET", `/Users/${id}?${query}`);
      assert.deepEqual(Object.keys(body).toSorted(), members);
    });
  }

  test("but attributes=emails.value gives the values alone", async () => {
    assert.deepEqual((await call("GET", `/Users/${id}?attributes=emails.value`)).body.emails, [{ value: "a@b" }]);
  });

  for (const path of [
    "/ServiceProviderConfig",
    "/ResourceTypes",
    "/ResourceTypes/User",
    "/Schemas/urn:ietf:params:scim:schemas:core:2.0:User",
  ]) {
    test(`but ${path} is served`, async () => assert.equal((await call("GET", path)).status, 200));
  }
});
