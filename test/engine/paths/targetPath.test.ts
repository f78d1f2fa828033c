import assert from "node:assert/strict";
import { readTarget } from "../../../server/src/engine/paths/readTarget.ts";
import { parseTargetPath, type TargetPath } from "../../../server/src/engine/paths/targetPath.ts";
import type { FlowValue } from "../../../server/src/engine/result.ts";

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

suite("target path", () => {
  const paths: readonly [text: string, expected: Omit<TargetPath, "kind">][] = [
    ["userName", { attribute: "userName" }],
    ["name.givenName", { attribute: "name", sub: "givenName" }],
    ['emails[type eq "work"]', { attribute: "emails", element: { attribute: "type", value: "work" } }],
    [
      'emails[type eq "work"].value',
      { attribute: "emails", element: { attribute: "type", value: "work" }, sub: "value" },
    ],
    [
      'roles[primary eq "True"].display',
      { attribute: "roles", element: { attribute: "primary", value: "True" }, sub: "display" },
    ],
    [
      "roles[primary EQ true].value",
      { attribute: "roles", element: { attribute: "primary", value: "true" }, sub: "value" },
    ],
    [`${enterprise}:department`, { urn: enterprise, attribute: "department" }],
    [`${enterprise}:manager.value`, { urn: enterprise, attribute: "manager", sub: "value" }],
    [
      `urn:contoso:1.0:User:badges[kind eq "a:b]\\"c"].code`,
      {
        urn: "urn:contoso:1.0:User",
        attribute: "badges",
        element: { attribute: "kind", value: 'a:b]"c' },
        sub: "code",
      },
    ],
    ["urn:ietf:params:scim:schemas:core:2.0:User:userName", { attribute: "userName" }],
    [
      "urn:scim:schemas:extension:enterprise:1.0.department",
      { urn: "urn:scim:schemas:extension:enterprise:1.0", attribute: "department" },
    ],
    [
      'emails.[type eq "work"].address',
      { attribute: "emails", element: { attribute: "type", value: "work" }, sub: "address" },
    ],
  ];
  for (const [text, expected] of paths) {
    test(`${text} is read`, () => assert.deepEqual(parseTargetPath(text), { kind: "path", ...expected }));
  }

  for (const text of ["", "cost centre", "a.b.c", 'emails[type eq "work"', "emails[type ne 1]", "urn:x:", ".value"]) {
    test(`"${text}" is no path, and the message says how to write one`, () => {
      const path = parseTargetPath(text);
      assert.equal(path.kind, "invalid");
      assert.match(path.kind === "invalid" ? path.message : "", /userName, name\.givenName, emails/);
    });
  }
});

suite("reading a target attribute", () => {
  const resource = {
    userName: "ada@contoso.com",
    active: true,
    logins: 3,
    nothing: null,
    tags: ["a", "b"],
    name: { GivenName: "Ada" },
    emails: [
      { type: "home", value: "ada@home.example" },
      { type: "Work", value: "ada@contoso.com" },
    ],
    roles: [
      { primary: "false", value: "Reader" },
      { primary: true, value: "Admin" },
    ],
    [enterprise]: { department: "Engineering", manager: { value: "42", $ref: "../Users/42" } },
  };
  const rows: readonly [path: string, expected: FlowValue][] = [
    ["userName", "ada@contoso.com"],
    ["USERNAME", "ada@contoso.com"],
    ["active", "True"],
    ["logins", "3"],
    ["nothing", null],
    ["nickName", null],
    ["tags", ["a", "b"]],
    ["name.givenName", "Ada"],
    ["userName.part", null],
    ['emails[type eq "work"].value', "ada@contoso.com"],
    ['emails[type eq "work"]', "ada@contoso.com"],
    ['emails[type eq "other"].value', null],
    ["emails.value", ["ada@home.example", "ada@contoso.com"]],
    ["emails", ["ada@home.example", "ada@contoso.com"]],
    ['roles[primary eq "True"].value', "Admin"],
    ['roles[primary eq "False"].value', "Reader"],
    [`${enterprise}:department`, "Engineering"],
    [`${enterprise.toUpperCase()}:Department`, "Engineering"],
    [`${enterprise}:manager`, "42"],
    ["urn:other:User:department", null],
  ];
  for (const [text, expected] of rows) {
    test(`${text} holds ${JSON.stringify(expected)}`, () => {
      const path = parseTargetPath(text);
      assert.equal(path.kind, "path");
      if (path.kind === "path") assert.deepEqual(readTarget(resource, path), expected);
    });
  }
});
