import assert from "node:assert/strict";
import { findTemplate, galleryTemplates } from "../../server/src/catalogue/gallery/index.ts";
import type { TemplateAttribute, TemplateObject } from "../../server/src/catalogue/gallery/template.ts";
import { findObject } from "../../server/src/catalogue/index.ts";
import { defaultGroupMappings, defaultUserMappings } from "../../server/src/catalogue/scimDefaults.ts";

suite("catalogue: gallery templates", () => {
  test("are the applications that people provision most, each under an id of its own", () => {
    assert.deepEqual(
      galleryTemplates.map(({ id }) => id),
      [
        "atlassian-cloud",
        "aws-iam-identity-center",
        "azure-databricks",
        "box",
        "cisco-webex",
        "docusign",
        "dropbox-business",
        "github-enterprise-managed-user",
        "google-workspace",
        "salesforce",
        "servicenow",
        "slack",
        "snowflake",
        "zendesk",
        "zoom",
      ],
    );
    assert.equal(findTemplate("slack")?.name, "Slack");
    assert.equal(findTemplate("Slack"), undefined);
  });

  for (const template of galleryTemplates) {
    suite(template.name, () => {
      test("names its tutorial, the dates of it and the page of its attributes", () => {
        const { url, dated, read } = template.tutorial;
        assert.match(url, /^https:\/\/learn\.microsoft\.com\/en-us\/entra\/identity\/saas-apps\/[\w-]+tutorial$/);
        for (const date of [dated, read]) assert.match(date, /^20\d\d-\d\d-\d\d$/);
        assert.ok(dated < read);
        assert.match(template.attributesPage ?? url, /^https:\/\//);
      });

      test("says what a person should know, a sentence each", () => {
        assert.ok(template.limits.length >= 2);
        for (const limit of template.limits) assert.match(limit, /^[A-Z].*\.$/);
      });

      test("has users, whom one attribute matches and another disables", () => {
        const [users] = template.objects;
        assert.equal(users?.source, "User");
        assert.ok(mapped(users).some(({ mapping }) => mapping?.source.includes("[IsSoftDeleted]")));
      });

      for (const object of template.objects) {
        test(`matches a ${object.source.toLowerCase()} by one attribute, and lists none twice`, () => {
          const matching = object.attributes.filter(({ mapping }) => mapping?.match !== undefined);
          assert.deepEqual(
            matching.map(({ mapping }) => mapping?.match),
            [1],
          );
          const names = object.attributes.map(({ name }) => name.toLowerCase());
          assert.equal(new Set(names).size, names.length);
        });

        test(`gives every required attribute of a ${object.source.toLowerCase()} a source`, () => {
          const missing = object.attributes.filter(({ required, mapping }) => required && mapping === undefined);
          assert.deepEqual(missing, []);
        });
      }

      test("takes its sources from Entra's defaults exactly where it says so", () => {
        for (const { source, attributes } of template.objects) {
          const defaults = source === "User" ? defaultUserMappings : defaultGroupMappings;
          for (const { name, mapping } of attributes.filter(({ mapping }) => mapping?.basis === "default")) {
            const known = defaults.find(({ target }) => target === name);
            assert.equal(known?.isInTable && known.source, mapping?.source, name);
          }
        }
      });
    });
  }
});

suite("catalogue: default mappings of SCIM applications", () => {
  const rows = [
    ["User", "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User", defaultUserMappings],
    ["Group", "urn:ietf:params:scim:schemas:core:2.0:Group", defaultGroupMappings],
  ] as const;
  for (const [source, target, mappings] of rows) {
    test(`read and write attributes that ${source} has on either side`, () => {
      for (const mapping of mappings) {
        assert.ok(has("target", target, mapping.target), mapping.target);
        for (const [, attribute = ""] of mapping.source.matchAll(/\[(\w+)\]/g))
          assert.ok(has("source", source, attribute), attribute);
      }
    });
  }
});

function mapped(object: TemplateObject | undefined): readonly TemplateAttribute[] {
  return object?.attributes.filter(({ mapping }) => mapping !== undefined) ?? [];
}

function has(side: "source" | "target", object: string, attribute: string): boolean {
  return findObject(side, object)?.attributes.some(({ name }) => name === attribute) ?? false;
}
