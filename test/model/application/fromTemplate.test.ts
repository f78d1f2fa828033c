import assert from "node:assert/strict";
import { findTemplate, galleryTemplates } from "../../../server/src/catalogue/gallery/index.ts";
import type { GalleryTemplate } from "../../../server/src/catalogue/gallery/template.ts";
import { formatProvmap } from "../../../server/src/language/provmap/format.ts";
import { fromTemplate } from "../../../server/src/model/application/fromTemplate.ts";
import type { ApplicationSettings } from "../../../server/src/model/application/newApplication.ts";
import { writeApplication } from "../../../server/src/model/application/writeApplication.ts";
import { createDocument } from "../../../server/src/model/document.ts";
import { validate } from "../../../server/src/validation/validate.ts";

/** What the rules say of a template all the same. In each case a page, or the meaning of the attribute, leaves no other source. */
const justified: Readonly<Record<string, readonly string[]>> = {
  // The tutorial says that mail addresses are what accounts are matched by.
  "atlassian-cloud": ["warning matching-not-unique"],
  // Both know a user by a mail address, and nothing else of Entra's is one for sure.
  docusign: ["warning matching-not-unique"],
  zendesk: ["warning matching-not-unique"],
  // A group of Google is a mail address.
  "google-workspace": ["warning group-match-displayname"],
};

suite("an application from a gallery template", () => {
  for (const template of galleryTemplates) {
    test(`${template.name} is written in the canonical layout, without a mistake`, () => {
      const text = written(template);
      const { configuration, syntaxProblems } = createDocument("file:///new.provmap", 0, text);
      const problems = validate(configuration, syntaxProblems, {});
      assert.deepEqual(
        problems.map(({ severity, code }) => `${severity} ${code}`),
        justified[template.id] ?? [],
      );
      assert.equal(formatProvmap(text), text);
    });

    test(`${template.name} maps in the file what the template maps`, () => {
      const { configuration } = createDocument("file:///new.provmap", 0, written(template));
      assert.deepEqual(
        configuration.mappings.map(({ attributeMappings }) =>
          attributeMappings.map(({ target }) => target.text).sort(),
        ),
        template.objects.map(({ attributes }) =>
          attributes.flatMap(({ name, mapping }) => (mapping === undefined ? [] : [name])).sort(),
        ),
      );
    });
  }

  test("has what the person said, and the secret by its name alone", () => {
    const { configuration } = createDocument("file:///new.provmap", 0, written(template("zoom")));
    const { application } = configuration;
    assert.deepEqual(
      [application?.name.text, application?.endpoint?.text, application?.authentication, application?.scope],
      ["My application", "https://scim.contoso.example", { type: "bearer", secret: "my-secret" }, "assigned"],
    );
  });

  test("goes by the id of Microsoft Graph, where that is known", () => {
    assert.match(written(template("aws-iam-identity-center")), /^ {2}template: aws$/m);
    assert.match(written(template("zoom")), /^ {2}template: zoom$/m);
  });

  const remarks: readonly (readonly [id: string, RegExp])[] = [
    ["zoom", /^\/\/ Zoom, after the provisioning tutorial\n\/\/ https:\/\/learn.*\/zoom-provisioning-tutorial of/],
    ["slack", /The connector speaks SCIM 1\.1:/],
    ["servicenow", /The connector is not SCIM:/],
    ["box", /The tutorial does not list the attributes:/],
    ["salesforce", /\/\/ As documented: https:\/\/learn\.microsoft\.com\/graph\/.*\n {2}IsActive <- Not/],
    ["zoom", /\/\/ Entra's defaults for SCIM:\n {2}\/\/ https:\/\/learn.*\n {2}userName <- /],
    ["servicenow", /\/\/ No page gives the sources of these: .*\n {2}user_name <- /],
    ["zoom", /\/\/ Offered, and mapped to nothing: userType\.\n}/],
    ["zoom", /\/\/ - An account holds 9,999 basic users at most\./],
  ];
  for (const [id, expected] of remarks) {
    test(`${id} says ${expected.source.slice(0, 40)}…`, () => assert.match(written(template(id)), expected));
  }

  test("says the form of a tenant URL until the person gives one", () => {
    assert.match(written(template("snowflake"), { name: "S", scope: "all" }), /has the form https:\/\/{account}\./);
    assert.doesNotMatch(written(template("snowflake")), /has the form/);
  });

  test("keeps its comments as narrow as code, but for addresses", () => {
    const wide = galleryTemplates.flatMap(one => written(one).split("\n")).filter(line => line.length > 102);
    assert.deepEqual(
      wide.filter(line => line.includes("//") && !line.includes("https://")),
      [],
    );
  });
});

function template(id: string): GalleryTemplate {
  const found = findTemplate(id);
  assert.ok(found, id);
  return found;
}

const said: ApplicationSettings = {
  name: "My application",
  endpoint: "https://scim.contoso.example",
  authentication: { type: "bearer", secret: "my-secret" },
  scope: "assigned",
};

function written(from: GalleryTemplate, settings = said): string {
  return writeApplication(fromTemplate(from, settings));
}
