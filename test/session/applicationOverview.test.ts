import assert from "node:assert/strict";
import { createDocument } from "../../server/src/model/document.ts";
import type { ApplicationPart } from "../../server/src/protocol/views.ts";
import { applicationOverview } from "../../server/src/session/applicationOverview.ts";
import { documentOf, problemsIn } from "../harness/documents.ts";
import { schemaWith } from "../harness/graphSchemas.ts";
import { smallMapping } from "../harness/workspace.ts";

/** One line a part: depth, kind, name, detail, line, and what is wrong. */
function outlined(text: string, uri = "file:///test.provmap"): readonly string[] {
  const document = uri.endsWith(".json") ? createDocument(uri, 1, text) : documentOf(text);
  const overview = applicationOverview(document, problemsIn(document));
  const lines = (part: ApplicationPart, depth: string): readonly string[] => {
    const { errors, warnings } = part.problems;
    const wrong = errors + warnings > 0 ? ` !${errors},${warnings}` : "";
    const line = `${depth}${part.kind} ${part.name} | ${part.detail}${part.isOff ? " (off)" : ""} @${part.place.line}${wrong}`;
    return [line, ...part.parts.flatMap(inner => lines(inner, `${depth}  `))];
  };
  return [overview.name ?? "(no name)", ...overview.parts.flatMap(part => lines(part, ""))];
}

suite("overview of an application", () => {
  test("shows mappings with filters and attribute mappings, each at its line", () =>
    assert.deepEqual(outlined(smallMapping), [
      "Learning",
      "mapping Users | User → User @5",
      '  filter Engineering | department EQUALS "Engineering" @9',
      "  attributeMapping userName | [userPrincipalName] @13",
      '  attributeMapping active | Switch([IsSoftDeleted], , "False", "True", "True", "False") @14',
      "  attributeMapping displayName | [displayName] @15",
    ]));

  test("counts a problem at its attribute mapping, at its mapping and in the file", () => {
    const text = smallMapping.replace("[displayName]", "Joim([displayName])");
    const [mapping] = outlined(text).filter(line => line.startsWith("mapping"));
    assert.equal(mapping, "mapping Users | User → User @5 !1,0");
    assert.ok(outlined(text).includes("  attributeMapping displayName | Joim([displayName]) @15 !1,0"));
    const document = documentOf(text);
    assert.equal(applicationOverview(document, problemsIn(document)).problems.errors, 1);
  });

  test("a mapping that is not enabled says so, a test what it expects", () => {
    const text = `${smallMapping.replace("source: User", "source: User\n  enabled: false")}
test "nobody is created" {
  user: { userPrincipalName: "ada@contoso.com" }
  expect skip {}
}
`;
    assert.ok(outlined(text).includes("mapping Users | User → User (off) @5"));
    assert.equal(outlined(text).at(-1), "test nobody is created | expects skip @19");
  });

  test("a clause without a value and an attribute that flows nothing are said as they are", () => {
    const text = smallMapping
      .replace('department EQUALS "Engineering"', "department IS NOT NULL")
      .replace("displayName <- [displayName]", "displayName <- none");
    assert.ok(outlined(text).includes("  filter Engineering | department IS NOT NULL @9"));
    assert.ok(outlined(text).includes("  attributeMapping displayName | none @15"));
  });

  test("an expression over several lines is told in one", () => {
    const text = smallMapping.replace("[displayName]", 'Join(\n    " ",\n    [givenName]\n  )');
    assert.ok(outlined(text).includes('  attributeMapping displayName | Join( " ", [givenName] ) @15'));
  });

  test("a schema of Microsoft Graph has the same parts, at the lines of its JSON", () => {
    const text = JSON.stringify(schemaWith({}), null, 2);
    const lines = outlined(text, "file:///app.schema.json");
    const attribute = lines.find(line => line.startsWith("  attributeMapping"));
    const [, name = "", line = ""] = /attributeMapping (\S+) \|.*@(\d+)/.exec(attribute ?? "") ?? [];
    assert.match(text.split("\n")[Number(line)] ?? "", new RegExp(`"targetAttributeName": "${name}"`));
  });
});
