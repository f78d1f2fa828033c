import assert from "node:assert/strict";
import { type ApplicationNode, applicationNodes, badgeOf } from "../../../client/src/explorer/applications/nodes.ts";
import { applicationOverview } from "../../../server/src/session/applicationOverview.ts";
import { documentOf, problemsIn } from "../../harness/documents.ts";
import { smallMapping } from "../../harness/workspace.ts";

const uri = "file:///test.provmap";
const tested = `${smallMapping}\ntest "nobody" {\n  user: { userPrincipalName: "ada@contoso.com" }\n  expect skip {}\n}\n`;

function nodesOf(text: string): readonly ApplicationNode[] {
  const document = documentOf(text);
  return applicationNodes([applicationOverview(document, problemsIn(document))], () => "test.provmap");
}

function rows(nodes: readonly ApplicationNode[], depth = ""): readonly string[] {
  return nodes.flatMap(({ label, description, icon, below }) => [
    `${depth}$(${icon}) ${label} ${description ?? ""}`.trimEnd(),
    ...rows(below, `${depth}  `),
  ]);
}

suite("view of the applications", () => {
  test("shows the file with its mapping, filters, attribute mappings and tests", () =>
    assert.deepEqual(rows(nodesOf(tested)), [
      "$(package) Learning test.provmap",
      "  $(arrow-swap) Users User → User",
      '    $(filter) Engineering department EQUALS "Engineering"',
      "    $(symbol-field) userName [userPrincipalName]",
      '    $(symbol-field) active Switch([IsSoftDeleted], , "False", "True", "True", "False")',
      "    $(symbol-field) displayName [displayName]",
      "  $(beaker) Tests 1",
      "    $(beaker) nobody expects skip",
    ]));

  test("problems are said in words on every level, and are on the badge of a part", () => {
    const [application] = nodesOf(smallMapping.replace("[displayName]", "Joim([displayName])"));
    const [mapping] = application?.below ?? [];
    const attribute = mapping?.below.at(-1);
    assert.equal(application?.description, "1 error · test.provmap");
    assert.equal(mapping?.description, "1 error · User → User");
    assert.equal(attribute?.description, "1 error · Joim([displayName])");
    assert.match(attribute?.address ?? "", /^mapwright-part:\/.+\?1,0$/);
    assert.equal(mapping?.below[0]?.address, undefined);
  });

  test("a click goes to the line of the part, and commands know the mapping that it is in", () => {
    const [mapping] = nodesOf(smallMapping)[0]?.below ?? [];
    const filter = mapping?.below[0];
    assert.deepEqual([filter?.command, filter?.uri, filter?.place.line], ["mapwright.reveal", uri, 9]);
    assert.deepEqual([mapping?.mapping, filter?.mapping], ["Users", "Users"]);
  });

  test("a mapping that is off says so; one without a name has a label", () => {
    const off = rows(nodesOf(smallMapping.replace("source: User", "source: User\n  enabled: false")));
    assert.ok(off.includes("  $(circle-slash) Users not enabled · User → User"), off.join("\n"));
    assert.ok(rows(nodesOf(smallMapping.replace('"Users"', ""))).some(row => row.includes("Unnamed mapping")));
  });

  test("a file without an application is called by its path", () => {
    const [node] = nodesOf(smallMapping.replace(/application[^}]*}/, ""));
    assert.equal(node?.label, "test.provmap");
  });

  test("every row has an identity of its own", () => {
    const ids = (nodes: readonly ApplicationNode[]): readonly string[] =>
      nodes.flatMap(({ id, below }) => [id, ...ids(below)]);
    const all = ids(nodesOf(`${tested}${tested.slice(tested.indexOf("mapping"))}`));
    assert.equal(new Set(all).size, all.length);
  });

  const badges: readonly (readonly [query: string, badge: string, tooltip: string, isError: boolean])[] = [
    ["1,0", "1", "1 error", true],
    ["2,3", "5", "2 errors, 3 warnings", true],
    ["0,1", "1", "1 warning", false],
    ["9,9", "9+", "9 errors, 9 warnings", true],
  ];
  for (const [query, badge, tooltip, isError] of badges) {
    test(`${tooltip} is the badge ${badge}`, () => assert.deepEqual(badgeOf(query), { badge, tooltip, isError }));
  }
});
