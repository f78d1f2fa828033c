import assert from "node:assert/strict";
import { findObject, sourceObjects, targetObjects } from "../../server/src/catalogue/index.ts";

const enterprise = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
const group = "urn:ietf:params:scim:schemas:core:2.0:Group";

type Row = readonly [side: "source" | "target", object: string, name: string, facts: Readonly<Record<string, unknown>>];

const spots: readonly Row[] = [
  ["source", "User", "objectId", { type: "String", graphProperty: "id", required: true }],
  ["source", "User", "userPrincipalName", { type: "String", graphProperty: undefined }],
  ["source", "User", "originalUserPrincipalName", { graphProperty: "userPrincipalName" }],
  ["source", "User", "IsSoftDeleted", { type: "Boolean", graphProperty: undefined }],
  ["source", "User", "telephoneNumber", { multivalued: false, graphProperty: "businessPhones" }],
  ["source", "User", "physicalDeliveryOfficeName", { graphProperty: "officeLocation" }],
  ["source", "User", "extensionAttribute15", { graphProperty: "onPremisesExtensionAttributes.extensionAttribute15" }],
  ["source", "User", "proxyAddresses", { multivalued: true }],
  ["source", "User", "manager", { type: "Reference", references: ["User"] }],
  ["source", "User", "employeeHireDate", { type: "DateTime" }],
  ["source", "User", "dirSyncEnabled", { type: "Boolean", graphProperty: "onPremisesSyncEnabled" }],
  ["source", "Group", "members", { type: "Reference", multivalued: true }],
  ["target", enterprise, "userName", { required: true, caseExact: undefined }],
  ["target", enterprise, "externalId", { caseExact: true }],
  ["target", enterprise, "id", { mutability: "ReadOnly", caseExact: true }],
  ["target", enterprise, "active", { type: "Boolean" }],
  ["target", enterprise, "password", { mutability: "WriteOnly" }],
  ["target", enterprise, 'emails[type eq "work"].value', { type: "String", multivalued: false }],
  ["target", enterprise, 'addresses[type eq "home"].postalCode', { type: "String" }],
  ["target", enterprise, "roles", { multivalued: true }],
  ["target", enterprise, 'roles[primary eq "True"].value', { multivalued: false }],
  ["target", enterprise, `${enterprise}:department`, { type: "String" }],
  ["target", enterprise, `${enterprise}:manager`, { type: "Reference", references: [enterprise] }],
  ["target", group, "displayName", { required: true }],
  ["target", group, "members", { type: "Reference", multivalued: true }],
];

suite("catalogue: objects", () => {
  for (const object of [...sourceObjects, ...targetObjects]) {
    test(`${object.name}: every attribute has a name of its own`, () => {
      const names = object.attributes.map(fact => fact.name.toLowerCase());
      assert.deepEqual(
        names.filter((name, index) => names.indexOf(name) !== index),
        [],
      );
    });

    test(`${object.name}: every attribute has a sentence and a source page`, () => {
      for (const fact of object.attributes) {
        assert.match(fact.description, /^[A-Z].*\.$/, fact.name);
        assert.match(
          fact.source,
          /^https:\/\/(learn\.microsoft\.com|www\.rfc-editor\.org\/rfc\/rfc7643#section)/,
          fact.name,
        );
      }
    });

    test(`${object.name}: exactly the references say what they point to`, () => {
      for (const fact of object.attributes) {
        assert.equal(fact.references !== undefined, fact.type === "Reference", fact.name);
      }
    });
  }

  for (const [side, object, name, facts] of spots) {
    test(`${side} ${object} has ${name}`, () => {
      const fact = findObject(side, object)?.attributes.find(attribute => attribute.name === name);
      assert.ok(fact);
      for (const [key, value] of Object.entries(facts)) {
        assert.deepEqual(Reflect.get(fact, key), value, key);
      }
    });
  }

  test("the enterprise user has every core attribute, and the core user no enterprise one", () => {
    const core = findObject("target", "urn:ietf:params:scim:schemas:core:2.0:User");
    const whole = findObject("target", enterprise);
    assert.equal(whole?.attributes.length, (core?.attributes.length ?? 0) + 6);
    assert.equal(
      core?.attributes.some(fact => fact.name.startsWith(enterprise)),
      false,
    );
  });

  test("a side does not know the objects of the other", () => {
    assert.equal(findObject("target", "User"), undefined);
    assert.equal(findObject("source", group), undefined);
  });
});
