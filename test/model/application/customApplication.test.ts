import assert from "node:assert/strict";
import { fromSchemas, withoutSchemas } from "../../../server/src/model/application/customApplication.ts";
import type { EndpointSchemas, ScimAttribute } from "../../../server/src/model/application/endpointSchemas.ts";
import { writeApplication } from "../../../server/src/model/application/writeApplication.ts";
import { createDocument } from "../../../server/src/model/document.ts";
import { validate } from "../../../server/src/validation/validate.ts";

const core = "urn:ietf:params:scim:schemas:core:2.0:User";
const group = "urn:ietf:params:scim:schemas:core:2.0:Group";
const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const learning = "urn:ietf:params:scim:schemas:extension:learning:2.0:User";
const settings = { name: "Learning", scope: "assigned" } as const;

function attribute(name: string, facts: Partial<ScimAttribute> = {}): ScimAttribute {
  const usual = { type: "string", multiValued: false, required: false, caseExact: false } as const;
  return { name, ...usual, mutability: "readWrite", canonicalValues: [], subAttributes: [], ...facts };
}

const userName = attribute("userName", { required: true });
const valued = (name: string, types: readonly string[], parts: readonly string[]): ScimAttribute =>
  attribute(name, {
    type: "complex",
    multiValued: true,
    subAttributes: [
      attribute("type", { canonicalValues: types }),
      attribute("primary", { type: "boolean" }),
      ...parts.map(part => attribute(part)),
    ],
  });

/** The file of an application whose users have these attributes besides userName. */
function written(
  attributes: readonly ScimAttribute[],
  more: Partial<EndpointSchemas> = {},
  extension = learning,
): string {
  const [own, added] = [
    attributes.filter(({ name }) => !name.startsWith("+")),
    attributes.filter(({ name }) => name.startsWith("+")),
  ];
  const schemas = [
    { id: core, attributes: [userName, ...own] },
    { id: extension, attributes: added.map(one => ({ ...one, name: one.name.slice(1) })) },
  ];
  return writeApplication(fromSchemas({ schemas, ...more }, settings));
}

suite("a custom application from the schemas of its endpoint", () => {
  const rows: readonly (readonly [what: string, attribute: ScimAttribute, expected: RegExp])[] = [
    ["maps what Entra maps by default", attribute("displayName"), /^ {2}displayName <- \[displayName\]$/m],
    ["declares an attribute of its own", attribute("shoeSize", { type: "integer" }), /^ {2}shoeSize: Integer$/m],
    ["declares a required one", attribute("title", { required: true }), /^ {2}title: String, required$/m],
    ["declares what respects case", attribute("nickName", { caseExact: true }), /^ {2}nickName: String, caseExact$/m],
    ["declares what cannot change", attribute("title", { mutability: "immutable" }), /^ {2}title: String, immutable$/m],
    [
      "maps nothing to what is read only",
      attribute("title", { mutability: "readOnly" }),
      /unknown to the endpoint:.* title/s,
    ],
    [
      "says the values that may stand",
      attribute("userType", { canonicalValues: ["A", "B"] }),
      /\/\/ One of "A", "B"\.\n {2}userType: String/,
    ],
    ["keeps several texts", attribute("tags", { multiValued: true }), /^ {2}tags: String, multivalued$/m],
    [
      "divides a complex attribute",
      attribute("name", { type: "complex", subAttributes: [attribute("givenName")] }),
      /^ {2}name\.givenName <- \[givenName\]$/m,
    ],
    [
      "asks for a part of a required one",
      attribute("name", { type: "complex", required: true, subAttributes: [attribute("givenName")] }),
      /^ {2}name: String, required$/m,
    ],
    [
      "takes the types of the endpoint",
      valued("emails", ["office"], ["value"]),
      /^ {2}emails\[type eq "office"\]\.value: String$/m,
    ],
    [
      "takes the types of the standard where it has none",
      valued("emails", [], ["value"]),
      /^ {2}emails\[type eq "work"\]\.value <- \[mail\]$/m,
    ],
    [
      "takes the parts that it has",
      valued("addresses", ["work"], ["locality"]),
      /^ {2}addresses\[type eq "work"\]\.locality <- \[city\]$/m,
    ],
    [
      "declares an extension's attribute",
      attribute("+badge"),
      /^ {2}urn:ietf:params:scim:schemas:extension:learning:2\.0:User:badge: String$/m,
    ],
    [
      "leaves out an extension's list",
      attribute("+badges", { multiValued: true }),
      /not sent by Entra to applications outside the gallery:\n {2}\/\/ .*learning:2\.0:User:badges/,
    ],
    [
      "leaves out an extension's complex attribute",
      attribute("+desk", { type: "complex" }),
      /not sent by Entra .*desk/s,
    ],
    ["names what it maps nothing to", attribute("nickName"), /Offered, and mapped to nothing: nickName/],
  ];
  for (const [what, one, expected] of rows) {
    test(what, () => assert.match(written([one]), expected));
  }

  test("leaves out extensions whose names Entra cannot send", () => {
    assert.match(written([attribute("+badge")], {}, "urn:contoso:User"), /not sent by Entra .*urn:contoso:User:badge/s);
  });

  test("knows the manager and the members for references", () => {
    const complex = { type: "complex", subAttributes: [attribute("value")] } as const;
    const schemas = [
      { id: core, attributes: [userName] },
      { id: enterprise, attributes: [attribute("manager", complex)] },
      { id: group, attributes: [attribute("displayName"), attribute("members", { ...complex, multiValued: true })] },
    ];
    const text = writeApplication(fromSchemas({ schemas }, settings));
    assert.match(text, /:manager <- \[manager\]\n/);
    assert.match(text, /^ {2}members <- \[members\]$/m);
    assert.match(text, /^ {2}displayName: String$/m);
  });

  test("has groups only where the endpoint has them", () => {
    assert.doesNotMatch(written([]), /source: Group/);
    const resourceTypes = [{ name: "User", schema: core, extensions: [] }];
    assert.doesNotMatch(written([attribute("+badge")], { resourceTypes }), /badge/);
  });

  test("is correct as it is written, but for what the endpoint requires and Entra has no default for", () => {
    const problemsOf = (text: string) => {
      const { configuration, syntaxProblems } = createDocument("file:///new.provmap", 0, text);
      return validate(configuration, syntaxProblems, {}).map(({ code }) => code);
    };
    const active = attribute("active", { type: "boolean" });
    assert.deepEqual(problemsOf(written([active, attribute("+badge")])), []);
    assert.deepEqual(problemsOf(written([active, attribute("+badge", { required: true })])), ["required-unmapped"]);
    assert.deepEqual(problemsOf(writeApplication(withoutSchemas("It is silent.", settings))), []);
  });

  test("has every default of Entra's where the schemas are not known, and the reason", () => {
    const text = writeApplication(withoutSchemas("The endpoint was refused with 404.", settings));
    assert.match(text, /^\/\/ The endpoint has not told its schemas, .*\n\/\/ The endpoint was refused with 404\.\n/);
    assert.equal([...text.matchAll(/ <- /g)].length, 25);
  });
});
