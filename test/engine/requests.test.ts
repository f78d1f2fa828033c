import assert from "node:assert/strict";
import type { AttributeType } from "../../server/src/catalogue/attribute.ts";
import { createBody } from "../../server/src/engine/requests/createBody.ts";
import { type Change, patchBody } from "../../server/src/engine/requests/patchBody.ts";
import { matchQuery } from "../../server/src/engine/requests/reads.ts";
import type { TargetValue } from "../../server/src/engine/requests/targetValue.ts";
import { defaultWire } from "../../server/src/engine/requests/wire.ts";
import { writeRequest } from "../../server/src/engine/requests/writes.ts";
import { parseTargetPath } from "../../server/src/engine/targetPath.ts";

const user = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const group = "urn:ietf:params:scim:schemas:core:2.0:Group";

function targetValue(target: string, value: string | readonly string[], type: AttributeType = "String"): TargetValue {
  const path = parseTargetPath(target);
  if (path.kind === "invalid") throw new Error(path.message);
  return { target, path, type, value };
}

suite("matching query", () => {
  const rows: readonly [object: string, attribute: string, value: string, path: string][] = [
    [user, "userName", "a+b@c.com", "/Users?filter=userName+eq+%22a%2bb%40c.com%22"],
    [
      user,
      'emails[type eq "work"].value',
      "x@y.com",
      "/Users?filter=emails%5btype+eq+%22work%22%5d.value+eq+%22x%40y.com%22",
    ],
    [
      group,
      "displayName",
      "R&D / Ops #1",
      "/Groups?excludedAttributes=members&filter=displayName+eq+%22R%26D+%2f+Ops+%231%22",
    ],
    [user, "userName", "O'Neil-_.!*()~", "/Users?filter=userName+eq+%22O%27Neil-_.!*()%7e%22"],
    [user, "userName", 'a"b\\c%', "/Users?filter=userName+eq+%22a%5c%22b%5c%5cc%25%22"],
    [user, "userName", "Zoë", "/Users?filter=userName+eq+%22Zo%c3%ab%22"],
  ];
  for (const [object, attribute, value, path] of rows) {
    test(`${attribute} = ${value}`, () => {
      assert.deepEqual(matchQuery(object, attribute, value), { method: "GET", path });
    });
  }

  test("half a surrogate pair does not stop the query", () => {
    assert.equal(matchQuery(user, "userName", "a\ud800").path, "/Users?filter=userName+eq+%22a%5cud800%22");
  });
});

suite("POST body", () => {
  test("the documented user, member by member", () => {
    const custom = "urn:ietf:params:scim:schemas:extension:CustomExtensionName:2.0:User";
    const body = createBody(
      user,
      [
        targetValue("userName", "jyoung@testuser.com"),
        targetValue("active", "True", "Boolean"),
        targetValue("displayName", "Joy Young"),
        targetValue('emails[type eq "work"].value', "jyoung@Contoso.com"),
        targetValue("externalId", "jyoung"),
        targetValue("name.givenName", "Joy"),
        targetValue("name.familyName", "Young"),
        targetValue("title", "scim tester"),
        targetValue(`${custom}:tag`, "701984"),
        targetValue(`${user}:employeeNumber`, "1"),
        targetValue(`${user}:department`, "D"),
      ],
      defaultWire,
    );
    assert.equal(
      body,
      `{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User","${user}"],` +
        '"externalId":"jyoung","userName":"jyoung@testuser.com","active":true,"displayName":"Joy Young",' +
        '"emails":[{"primary":true,"type":"work","value":"jyoung@Contoso.com"}],' +
        '"meta":{"resourceType":"User"},"name":{"familyName":"Young","givenName":"Joy"},"title":"scim tester",' +
        `"${user}":{"department":"D","employeeNumber":"1"},"${custom}":{"tag":"701984"}}`,
    );
  });

  const fragments: readonly [sentence: string, values: readonly TargetValue[], fragment: string][] = [
    [
      "another address is not primary",
      [targetValue('emails[type eq "other"].value', "v")],
      '"emails":[{"type":"other","value":"v"}]',
    ],
    [
      "a telephone number is never primary",
      [targetValue('phoneNumbers[type eq "work"].value', "1")],
      '"phoneNumbers":[{"type":"work","value":"1"}]',
    ],
    [
      "parts of one element come together",
      [
        targetValue('addresses[type eq "work"].streetAddress', "s"),
        targetValue('addresses[type eq "home"].formatted', "h"),
        targetValue('addresses[type eq "work"].formatted', "f"),
      ],
      '"addresses":[{"type":"work","formatted":"f","streetAddress":"s"},{"type":"home","formatted":"h"}]',
    ],
    [
      "the primary role says that it is one of Entra's",
      [
        targetValue('roles[primary eq "True"].value', "Admin"),
        targetValue('roles[primary eq "True"].display', "Administrator"),
      ],
      '"roles":[{"primary":true,"type":"WindowsAzureActiveDirectoryRole","display":"Administrator","value":"Admin"}]',
    ],
    [
      "a list of roles as JSON texts becomes their objects",
      [targetValue("roles", ['{"primary":false,"value":"A"}'])],
      '"roles":[{"primary":false,"value":"A"}]',
    ],
    [
      "a list of roles as names becomes elements",
      [targetValue("roles", ["A", "B"])],
      '"roles":[{"value":"A"},{"value":"B"}]',
    ],
    ["a list of plain texts stays one", [targetValue("tags", ["a", "{b"])], '"tags":["a","{b"]'],
    ["an integer is a number", [targetValue("floor", "3", "Integer")], '"floor":3'],
    ["a text that looks like a boolean stays text", [targetValue("title", "True")], '"title":"True"'],
    [
      "a name of JavaScript's own is a name like others",
      [targetValue("urn:x:User:constructor", "v")],
      '"urn:x:User":{"constructor":"v"}',
    ],
  ];
  for (const [sentence, values, fragment] of fragments) {
    test(sentence, () => {
      const body = createBody(user, values, defaultWire);
      assert.ok(body.includes(fragment), body);
    });
  }

  test("a group names Microsoft's marker schema", () => {
    const body = createBody(group, [targetValue("displayName", "n"), targetValue("externalId", "1")], defaultWire);
    assert.equal(
      body,
      `{"schemas":["${group}","http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group"],` +
        '"externalId":"1","displayName":"n","meta":{"resourceType":"Group"}}',
    );
  });
});

suite("PATCH body", () => {
  const rows: readonly [op: Change["op"], target: string, value: string | readonly string[], operation: string][] = [
    ["Replace", "displayName", "Pvlo", '{"op":"Replace","path":"displayName","value":"Pvlo"}'],
    [
      "Replace",
      'emails[type eq "work"].value',
      "TestBcwqnm@test.microsoft.com",
      '{"op":"Replace","path":"emails[type eq \\"work\\"].value","value":"TestBcwqnm@test.microsoft.com"}',
    ],
    ["Replace", "name.givenName", "Gtfd", '{"op":"Replace","path":"name.givenName","value":"Gtfd"}'],
    ["Replace", `${user}:employeeNumber`, "Eqpj", `{"op":"Replace","path":"${user}:employeeNumber","value":"Eqpj"}`],
    ["Add", "nickName", "Babs", '{"op":"Add","path":"nickName","value":"Babs"}'],
    ["Replace", "active", "False", '{"op":"Replace","path":"active","value":"False"}'],
    ["Add", "roles", ['{"value":"25"}'], '{"op":"Add","path":"roles","value":[{"value":"{\\"value\\":\\"25\\"}"}]}'],
  ];
  for (const [op, target, value, operation] of rows) {
    test(`${op} ${target}`, () => {
      const body = patchBody([{ ...targetValue(target, value), op }], defaultWire);
      assert.equal(body, `{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[${operation}]}`);
    });
  }
});

suite("writing requests", () => {
  test("an id is encoded in the path", () => {
    assert.equal(writeRequest(user, { kind: "delete", id: "a/b" }, defaultWire).path, "/Users/a%2Fb");
    assert.equal(writeRequest(group, { kind: "update", id: "7", changes: [] }, defaultWire).path, "/Groups/7");
  });
});
