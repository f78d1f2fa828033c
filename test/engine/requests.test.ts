import assert from "node:assert/strict";
import type { AttributeType } from "../../server/src/catalogue/attribute.ts";
import { parseTargetPath } from "../../server/src/engine/paths/targetPath.ts";
import { createBody } from "../../server/src/engine/requests/createBody.ts";
import { type Change, patchBody } from "../../server/src/engine/requests/patchBody.ts";
import { matchQuery, readRequest, referenceQuery } from "../../server/src/engine/requests/reads.ts";
import { type ReferenceChange, referenceBody } from "../../server/src/engine/requests/referenceBody.ts";
import type { TargetValue } from "../../server/src/engine/requests/targetValue.ts";
import { defaultWire, type Wire } from "../../server/src/engine/requests/wire.ts";
import { writeRequest } from "../../server/src/engine/requests/writes.ts";

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

suite("PATCH body with the flag", () => {
  const compliant = { ...defaultWire, mode: "compliant" } as const;
  const change = (
    op: Change["op"],
    target: string,
    value: string | readonly string[],
    type?: AttributeType,
  ): Change => ({
    ...targetValue(target, value, type),
    op,
  });
  const rows: readonly [sentence: string, changes: readonly Change[], operations: string, wire?: Partial<Wire>][] = [
    [
      "one added text keeps its path",
      [change("Add", "nickName", "Babs")],
      '{"op":"add","path":"nickName","value":"Babs"}',
    ],
    [
      "one replaced boolean is one",
      [change("Replace", "active", "False", "Boolean")],
      '{"op":"replace","path":"active","value":false}',
    ],
    [
      "several of one verb share a flat value, behind the paths that select an element",
      [
        change("Replace", "displayName", "Bjfe"),
        change("Replace", 'emails[type eq "work"].value', "a@b.c"),
        change("Replace", "name.givenName", "Kkom"),
        change("Replace", `${user}:employeeNumber`, "Aklq"),
      ],
      '{"op":"replace","path":"emails[type eq \\"work\\"].value","value":"a@b.c"},' +
        `{"op":"replace","value":{"displayName":"Bjfe","name.givenName":"Kkom","${user}:employeeNumber":"Aklq"}}`,
    ],
    [
      "each verb has its own value",
      [change("Add", "title", "T"), change("Replace", "displayName", "D"), change("Add", "floor", "3", "Integer")],
      '{"op":"add","value":{"title":"T","floor":3}},{"op":"replace","path":"displayName","value":"D"}',
    ],
    [
      "one alone may be sent without a path",
      [change("Replace", "userName", "u")],
      '{"op":"replace","value":{"userName":"u"}}',
      { loneChange: "value" },
    ],
    [
      "roles are the objects of a creation",
      [{ ...change("Add", "roles", ['{"primary":false,"value":"A"}']), assignments: ['{"id":"1","value":"A"}'] }],
      '{"op":"add","path":"roles","value":[{"primary":false,"value":"A"}]}',
    ],
    [
      "a single role is sent at its path",
      [{ ...change("Replace", 'roles[primary eq "True"].value', "A"), assignments: ['{"id":"1","value":"A"}'] }],
      '{"op":"replace","path":"roles[primary eq \\"True\\"].value","value":"A"}',
    ],
    [
      "a list of texts stays one",
      [change("Replace", "tags", ["a", "b"])],
      '{"op":"replace","path":"tags","value":["a","b"]}',
    ],
  ];
  for (const [sentence, changes, operations, wire] of rows) {
    test(sentence, () => {
      const body = patchBody(changes, { ...compliant, ...wire });
      assert.equal(body, `{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[${operations}]}`);
    });
  }
});

suite("a single role without the flag", () => {
  const assignments = ['{"id":"06b0","value":"25","displayName":"Role1234"}'];
  const changes = ["value", "display"].map(
    (sub): Change => ({ ...targetValue(`roles[primary eq "True"].${sub}`, "Role1234"), op: "Replace", assignments }),
  );

  test("is added to roles once, as the JSON text of its assignment", () => {
    assert.deepEqual(JSON.parse(patchBody(changes, defaultWire)).Operations, [
      { op: "Add", path: "roles", value: [{ value: assignments[0] }] },
    ]);
  });

  test("is sent at its path where the setting says so", () => {
    const { Operations } = JSON.parse(patchBody(changes, { ...defaultWire, singleRole: "path" }));
    assert.deepEqual(Operations[0], { op: "Replace", path: 'roles[primary eq "True"].value', value: "Role1234" });
  });
});

suite("options of a POST body", () => {
  const rows: readonly [sentence: string, wire: Partial<Wire>, object: string, value: TargetValue, fragment: string][] =
    [
      [
        "an address that is not the one for work may say that it is not primary",
        { otherEmailPrimary: "false" },
        user,
        targetValue('emails[type eq "home"].value', "h"),
        '"emails":[{"primary":false,"type":"home","value":"h"}]',
      ],
      [
        "an address that is selected as the primary one is primary all the same",
        { otherEmailPrimary: "false" },
        user,
        targetValue('emails[primary eq "True"].value', "p"),
        '"emails":[{"primary":true,"value":"p"}]',
      ],
      [
        "a group may leave the marker schema out",
        { groupMarkerSchema: false },
        group,
        targetValue("displayName", "n"),
        `{"schemas":["${group}"],"displayName":"n"`,
      ],
      [
        "with the flag a group has no marker schema",
        { mode: "compliant" },
        group,
        targetValue("displayName", "n"),
        `{"schemas":["${group}"],"displayName":"n"`,
      ],
    ];
  for (const [sentence, wire, object, value, fragment] of rows) {
    test(sentence, () => {
      const body = createBody(object, [value], { ...defaultWire, ...wire });
      assert.ok(body.includes(fragment), body);
    });
  }
});

suite("PATCH body of a reference", () => {
  const manager = `${user}:manager`;
  const rows: readonly [change: ReferenceChange, plain: string, compliant: string][] = [
    [
      { target: manager, kind: "set", ids: ["1"] },
      `{"op":"Add","path":"${manager}","value":"1"}`,
      `{"op":"add","path":"${manager}","value":"1"}`,
    ],
    [
      { target: manager, kind: "clear", ids: [] },
      `{"op":"Replace","path":"${manager}","value":""}`,
      `{"op":"replace","path":"${manager}","value":""}`,
    ],
    [
      { target: "members", kind: "add", ids: ["1", "2"] },
      '{"op":"Add","path":"members","value":[{"$ref":null,"value":"1"},{"$ref":null,"value":"2"}]}',
      '{"op":"add","path":"members","value":[{"value":"1"},{"value":"2"}]}',
    ],
    [
      { target: "members", kind: "remove", ids: ["1", "2"] },
      '{"op":"Remove","path":"members","value":[{"$ref":null,"value":"1"},{"$ref":null,"value":"2"}]}',
      '{"op":"remove","path":"members[value eq \\"1\\"]"},{"op":"remove","path":"members[value eq \\"2\\"]"}',
    ],
  ];
  for (const [change, plain, compliant] of rows) {
    for (const [mode, operations] of [
      ["default", plain],
      ["compliant", compliant],
    ] as const) {
      test(`${change.kind} ${change.target}, ${mode}`, () => {
        const body = referenceBody(change, { ...defaultWire, mode });
        assert.equal(
          body,
          `{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[${operations}]}`,
        );
      });
    }
  }
});

suite("PATCH body of a reference as an object", () => {
  for (const [mode, kind, ids, operation] of [
    ["default", "set", ["1"], '{"op":"Add","path":"manager","value":{"value":"1"}}'],
    ["default", "clear", [], '{"op":"Replace","path":"manager","value":{"value":""}}'],
    ["compliant", "set", ["1"], '{"op":"add","path":"manager","value":{"value":"1"}}'],
    ["compliant", "clear", [], '{"op":"replace","path":"manager","value":{"value":""}}'],
  ] as const) {
    test(`${kind}, ${mode}`, () => {
      const body = referenceBody({ target: "manager", kind, ids }, { ...defaultWire, mode, referenceForm: "object" });
      assert.ok(body.endsWith(`"Operations":[${operation}]}`), body);
    });
  }
});

suite("PATCH body of a value that is cleared", () => {
  const title: Change = { ...targetValue("title", ""), op: "Replace", cleared: true };
  for (const [mode, clearedValue, operation] of [
    ["default", "text", '{"op":"Replace","path":"title","value":""}'],
    ["default", "null", '{"op":"Replace","path":"title","value":null}'],
    ["compliant", "text", '{"op":"replace","path":"title","value":""}'],
    ["compliant", "null", '{"op":"replace","path":"title","value":null}'],
  ] as const) {
    test(`${clearedValue}, ${mode}`, () => {
      const body = patchBody([title], { ...defaultWire, mode, clearedValue });
      assert.ok(body.endsWith(`"Operations":[${operation}]}`), body);
    });
  }
});

suite("reading requests", () => {
  test("a user is read whole, a group without its members", () => {
    assert.equal(readRequest(user, "a/b").path, "/Users/a%2Fb");
    assert.equal(readRequest(group, "7").path, "/Groups/7?excludedAttributes=members");
  });

  test("a reference is asked for by both ids", () => {
    const path = parseTargetPath(`${user}:manager`);
    assert.ok(path.kind === "path");
    assert.equal(
      referenceQuery(user, "1", path, 'a"2').path,
      "/Users?attributes=id&filter=id+eq+%221%22+and+manager+eq+%22a%5c%222%22",
    );
  });
});

suite("writing requests", () => {
  test("an id is encoded in the path", () => {
    assert.equal(writeRequest(user, { kind: "delete", id: "a/b" }, defaultWire).path, "/Users/a%2Fb");
    assert.equal(writeRequest(group, { kind: "update", id: "7", changes: [] }, defaultWire).path, "/Groups/7");
  });
});
