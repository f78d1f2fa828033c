import assert from "node:assert/strict";
import { completion } from "../../server/src/features/completion.ts";
import { definition } from "../../server/src/features/definition.ts";
import { documentHighlight } from "../../server/src/features/documentHighlight.ts";
import { documentSymbols } from "../../server/src/features/documentSymbols.ts";
import { hover } from "../../server/src/features/hover.ts";
import { inlayHints } from "../../server/src/features/inlayHints.ts";
import { rangeOf, spanOf } from "../../server/src/features/ranges.ts";
import { references } from "../../server/src/features/references.ts";
import { rename } from "../../server/src/features/rename.ts";
import { selectionRanges } from "../../server/src/features/selectionRanges.ts";
import { signatureHelp } from "../../server/src/features/signatureHelp.ts";
import { tokensOf } from "../../server/src/features/tokens.ts";
import type { ProvmapDocument } from "../../server/src/model/document.ts";
import { documentOf } from "../harness/documents.ts";

const target = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";

/** A file in which somebody types a line, in the middle of a mapping or of a filter. */
function fileWith({ line = "", clause = "" }: { readonly line?: string; readonly clause?: string }): ProvmapDocument {
  return documentOf(
    [
      'application "Learning" {',
      "  scope: all",
      "}",
      'mapping "Users" {',
      "  source: User",
      `  target: "${target}"`,
      '  filter "Staff" {',
      '    city EQUALS "Oslo"',
      ...(clause === "" ? [] : [`    ${clause}`]),
      "    badge IS NOT NULL",
      "  }",
      "  userName <- [userPrincipalName] match 1",
      ...(line === "" ? [] : [`  ${line}`]),
      '  nickName <- Switch([badge], "a", "b", "c")',
      "}",
      'attributes source "User" {',
      "  badge: String",
      "}",
      'test "it works" {',
      '  mapping: "Users"',
      '  user: { badge: "1" }',
      '  expect create { nickName: "1" }',
      "}",
      "",
    ].join("\n"),
  );
}

const lines: readonly string[] = [
  "title",
  "title <",
  "title <-",
  "title <- Swit",
  "title <- Switch(",
  "title <- Switch([state],",
  'title <- Switch([state], "a',
  "title <- Append([jobTitle], Append([city], ",
  "title <- [job",
  'title <- "one',
  "title <- none def",
  "title <- [jobTitle] match",
  "title <- [jobTitle] on",
  'emails[type eq "wo',
  'emails[type eq "work"].val',
  "urn:ietf:params:scim:schemas",
  "actions:",
  "actions: create,",
  "enabled",
  'filter "New" {',
  "filter",
  "// title <- [",
];

const clauses: readonly string[] = [
  "dep",
  "department",
  "department EQ",
  "department EQUALS",
  'department EQUALS "En',
  '"department',
];

/** What the features tell at the parts that are whole, without places: those differ by the line that is typed. */
const probes: Readonly<Record<string, (document: ProvmapDocument) => unknown>> = {
  "hover on a function": document => hover(document, at(document, "Switch([badge]", 2))?.contents,
  "hover on an operator": document => hover(document, at(document, "IS NOT NULL", 1))?.contents,
  "signature help": document => signatureHelp(document, at(document, '[badge], "a"', 9)),
  "completion of an attribute": document => labels(document, at(document, "[badge]", 3)),
  "completion of an operator": document => labels(document, at(document, "IS NOT NULL", 1)),
  "completion of a property": document => labels(document, at(document, "  badge: String", 10)),
  "completion of a value": document => labels(document, at(document, "all\n", 1)),
  "completion of a block": document => labels(document, document.text.length),
  "highlights of an attribute": document =>
    documentHighlight(document, at(document, "[badge]", 3)).map(({ range }) => textOf(document, range)),
  "references of a mapping": document => references(document, at(document, '"Users"', 3), [document], true).length,
  "renaming an attribute": document => {
    const edit = rename(document, at(document, "badge:", 1), "badgeNumber", [document]);
    return edit !== undefined && "changes" in edit && edit.changes?.[document.uri]?.length;
  },
  "the outline of the other blocks": document =>
    documentSymbols(document)
      .filter(({ name }) => name !== "Users")
      .map(({ name, detail, children }) => [name, detail, children?.map(child => child.name)]),
  "argument names": document =>
    inlayHints(document, { start: at(document, "Switch([badge]", 0), end: document.text.length }).map(
      ({ label }) => label,
    ),
  selection: document => {
    const range = rangeOf(document, { start: at(document, "[badge]", 3), end: at(document, "[badge]", 3) });
    const grown: string[] = [];
    for (let each = selectionRanges(document, [range.start])[0]; each !== undefined; each = each.parent)
      grown.push(textOf(document, each.range));
    return grown.slice(1, 5);
  },
  "the colours of the other blocks": document =>
    tokensOf(document, { start: 0, end: document.text.length })
      .filter(
        ({ span }) => span.start < at(document, "mapping ", 0) || span.start > at(document, "attributes source", 0),
      )
      .map(({ span, type }) => [type, document.text.slice(span.start, span.end)]),
};

suite("While a line is half typed, the rest of the file has", () => {
  const whole = fileWith({});
  for (const [name, probe] of Object.entries(probes)) {
    test(name, () => {
      const expected = probe(whole);
      assert.notDeepEqual(expected ?? [], []);
      for (const line of lines) assert.deepEqual(probe(fileWith({ line })), expected, line);
      for (const clause of clauses) assert.deepEqual(probe(fileWith({ clause })), expected, clause);
    });
  }
  test("its definitions", async () => {
    for (const document of [...lines.map(line => fileWith({ line })), ...clauses.map(clause => fileWith({ clause }))]) {
      const [place] = await definition(document, at(document, "[badge]", 3), [document], async () => []);
      assert.equal(place && spanOf(document, place.range).start, at(document, "badge: String", 0));
    }
  });
});

function at({ text }: ProvmapDocument, needle: string, further: number): number {
  const index = text.indexOf(needle);
  assert.notEqual(index, -1, needle);
  return index + further;
}

function labels(document: ProvmapDocument, offset: number): readonly string[] {
  return completion(document, offset).map(({ label }) => label);
}

function textOf(document: ProvmapDocument, range: Parameters<typeof spanOf>[1]): string {
  const { start, end } = spanOf(document, range);
  return document.text.slice(start, end);
}
