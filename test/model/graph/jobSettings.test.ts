import assert from "node:assert/strict";
import { parseExpression } from "../../../server/src/language/expression/parse.ts";
import { createDocument } from "../../../server/src/model/document.ts";
import { sayingOfSource } from "../../../server/src/model/graph/saying.ts";
import { sourceTree } from "../../../server/src/model/graph/sourceTree.ts";
import { attribute, call, constant, type Json, schemaWith } from "../../harness/graphSchemas.ts";
import { problemsOf } from "../../harness/ruleTests.ts";

const setting: Json = { expression: null, name: "%DomainFQDN%", type: "Constant", parameters: [] };
const joined = call(
  'Join("@", [mail], )',
  "Join",
  ["separator", constant("@")],
  ["source", attribute("mail")],
  ["source", setting],
);

/** A schema of cloud sync whose attribute mapping of `mail` has this source. */
function cloudSync(source: Json): string {
  return JSON.stringify({ id: "AD2AADProvisioning.contoso", ...(schemaWith({ source }) as object) }, null, 2);
}

function saying(source: Json): string {
  const { configuration } = createDocument("file:///schema.json", 1, cloudSync(source));
  const read = configuration.mappings[0]?.attributeMappings[2]?.source;
  assert.ok(read);
  return sayingOfSource(read);
}

suite("A setting of the job in a schema", () => {
  const rows: readonly (readonly [sentence: string, source: Json, said: string])[] = [
    ["is a constant without an expression", setting, "%DomainFQDN%"],
    ["may have one", { expression: "%DomainFQDN%", name: "%DomainFQDN%", type: "Constant" }, "%DomainFQDN%"],
    ["is told by the parameters where the text has nothing", joined, 'Join("@", [mail], %DomainFQDN%)'],
    [
      "is found in a call within a call",
      call(
        'IIF([mail]="", Join("@", [mail], ), "x")',
        "IIF",
        ["one", attribute("mail")],
        ["two", constant("=")],
        ["three", constant("")],
        ["four", joined],
        ["five", constant("x")],
      ),
      'IIF([mail] = "", Join("@", [mail], %DomainFQDN%), "x")',
    ],
    [
      "is found behind an argument that is left out",
      call("Replace([mail], , , , , )", "Replace", ["source", attribute("mail")], ["Find", setting]),
      "Replace([mail], %DomainFQDN%, , , , )",
    ],
    [
      "is none where a constant has its expression",
      call('Join("@", [mail], )', "Join", ["separator", constant("@")], ["source", attribute("mail")]),
      'Join("@", [mail], )',
    ],
    ["is none without its signs", { expression: null, name: "DomainFQDN", type: "Constant" }, '"DomainFQDN"'],
  ];
  for (const [sentence, source, said] of rows) {
    test(sentence, () => assert.equal(saying(source), said));
  }

  test("has no expression in a tree that is made of an expression", () => {
    const { expression } = parseExpression('Join("@", [mail], %DomainFQDN%)');
    assert.deepEqual(sourceTree(expression).parameters[2], {
      key: "source",
      value: { expression: null, name: "%DomainFQDN%", type: "Constant", parameters: [] },
    });
  });

  test("agrees with the expression that lacks it", () => assert.deepEqual(problemsOf(cloudSync(joined)), []));
});
