import assert from "node:assert/strict";
import type { Hover, MarkupContent } from "vscode-languageserver-types";
import { hover } from "../../../server/src/features/hover.ts";
import { liveExplanation } from "../../../server/src/features/live/liveExplanation.ts";
import type { Value } from "../../../server/src/functions/values.ts";
import { documentAt, inExpression, inMapping } from "../../harness/documents.ts";
import { liveFor } from "../../harness/liveSamples.ts";

suite("What the parts of an expression give", () => {
  const trees: readonly (readonly [
    sentence: string,
    marked: string,
    lines: readonly string[],
    attributes?: Readonly<Record<string, Value>>,
  ])[] = [
    [
      "of the whole, from its first word",
      'title <- App|end(ToUpper([department]), "!")',
      [
        '- `Append(ToUpper([department]), "!")` → `"ENGINEERING!"`',
        '  - `ToUpper([department])` → `"ENGINEERING"`',
        '    - `[department]` → `"Engineering"`',
      ],
    ],
    [
      "of a part, from inside it",
      'title <- Append(To|Upper([department]), "!")',
      ['- `ToUpper([department])` → `"ENGINEERING"`', '  - `[department]` → `"Engineering"`'],
    ],
    ["of an attribute", 'title <- Append([depart|ment], "!")', ['- `[department]` → `"Engineering"`']],
    [
      "of the call around a text",
      'title <- Append([department], "|!")',
      ['- `Append([department], "!")` → `"Engineering!"`', '  - `[department]` → `"Engineering"`'],
    ],
    ["of an absent attribute", "title <- [job|Title]", ["- `[jobTitle]` → `no value`"]],
    [
      "of the branch that was taken, and of the other nothing",
      'title <- II|F([department] = "Sales", ToUpper([mail]), "none")',
      [
        '- `IIF([department] = "Sales", ToUpper([mail]), "none")` → `"none"`',
        '  - `[department] = "Sales"` → `"False"`',
        '    - `[department]` → `"Engineering"`',
        "  - `ToUpper([mail])` → not evaluated",
        '  - `"none"` → `"none"` (taken)',
      ],
    ],
    [
      "in words where it is an error",
      "title <- Item([department], |0)",
      ["- `Item([department], 0)` → `error: *", '  - `[department]` → `"Engineering"`'],
    ],
    [
      "in one line each, without what would be Markdown there",
      'title <- Append(|\n  [jobTitle],\n  "``"\n)',
      ['- ```Append( [jobTitle], "``" )``` → ```"*[a](b)`\\n``"```', '  - `[jobTitle]` → ``"*[a](b)`\\n"``'],
      { jobTitle: "*[a](b)`\n" },
    ],
    ["of a list", 'roles <- Sp|lit("a,b", ",")', ['- `Split("a,b", ",")` → `["a", "b"]`']],
  ];
  for (const [sentence, marked, lines, attributes] of trees) {
    test(`is told ${sentence}`, () => {
      const [title, ...found] =
        explained(marked, attributes)
          ?.split("\n")
          .filter(line => line !== "") ?? [];
      assert.equal(title, "For `Ada Lovelace`:");
      const shown = found.map((line, index) =>
        lines[index]?.endsWith("*") ? `${line.slice(0, lines[index].length - 1)}*` : line,
      );
      assert.deepEqual(shown, lines);
    });
  }

  test("is cut where it is long", () => {
    const [, , line = ""] = explained(`title <- App|end([department], "${"x".repeat(300)}")`)?.split("\n") ?? [];
    assert.match(line, /^- `Append\(\[department\], "x+…` → `"Engineeringx+…`$/);
    assert.ok(line.length < 300);
  });
  test("ends after forty parts", () => {
    const parts = Array.from({ length: 60 }, () => "[department]").join(", ");
    assert.equal(explained(`title <- Jo|in("-", ${parts})`)?.split("\n").at(-1), "- and 21 more parts");
  });
  test("is nothing of what is redacted, and of no part of it", () =>
    assert.equal(
      explained('title <- Append(Redact([depart|ment]), "x")'),
      "For `Ada Lovelace`: nothing is shown, as the value is redacted or secret.",
    ));
  test("is nothing of a secret", () =>
    assert.doesNotMatch(explained("password <- [depart|ment]") ?? "", /Engineering/));
  test("is nothing of a constant", () => assert.equal(explained('title <- "te|xt"'), undefined));
  test("is nothing outside expressions", () => assert.equal(explained("ti|tle <- [department]"), undefined));
  test("is told inside the strings of a Graph schema", () => {
    const { document, offset } = inExpression('Append([depart|ment], "a\\\\b")');
    assert.match(
      liveExplanation(document, offset, liveFor(document))?.text ?? "",
      /`\[department\]` → `"Engineering"`/,
    );
  });

  test("comes before the facts of a function in a hover", () => {
    const { document, offset } = documentAt(inMapping('title <- App|end([department], "!")'));
    assert.match(
      textOf(hover(document, offset, liveFor(document))),
      /^For `Ada Lovelace`:\n\n- `Append\(.*\n\n---\n\n```provmap\nAppend\(source, suffix\)/s,
    );
  });
  test("is a hover where there are no facts", () => {
    const { document, offset } = documentAt(inMapping('title <- Append([department] |, "!")'));
    assert.equal(hover(document, offset), undefined);
    assert.match(textOf(hover(document, offset, liveFor(document))), /Engineering!/);
  });
});

function explained(marked: string, attributes?: Readonly<Record<string, Value>>): string | undefined {
  const { document, offset } = documentAt(inMapping(marked));
  return liveExplanation(document, offset, liveFor(document, attributes))?.text;
}

function textOf(hover: Hover | undefined): string {
  return hover === undefined ? "" : (hover.contents as MarkupContent).value;
}
