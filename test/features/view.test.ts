import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { SelectionRange } from "vscode-languageserver-types";
import { besides, documentLinks } from "../../server/src/features/documentLinks.ts";
import { inlayHints } from "../../server/src/features/inlayHints.ts";
import { rangeOf, spanOf } from "../../server/src/features/ranges.ts";
import { selectionRanges } from "../../server/src/features/selectionRanges.ts";
import { workspaceSymbols } from "../../server/src/features/workspaceSymbols.ts";
import { createDocument } from "../../server/src/model/document.ts";
import { documentAt, documentOf, inMapping } from "../harness/documents.ts";

suite("Workspace symbols", () => {
  const documents = [
    createDocument("file:///a.provmap", 1, 'application "ServiceNow" {}\nmapping "Users" { title <- [jobTitle] }'),
    createDocument("file:///b.provmap", 1, 'mapping "Groups" { }\ntest "users are created" { }'),
  ];
  const found = (query: string) =>
    workspaceSymbols(documents, query).map(({ name, containerName }) => [name, containerName]);

  test("name what all outlines name", () =>
    assert.deepEqual(
      found("").map(([name]) => name),
      ["ServiceNow", "Users", "title", "Groups", "users are created"],
    ));
  test("are found by letters in their order", () => assert.deepEqual(found("srvnow"), [["ServiceNow", undefined]]));
  test("tell what they stand in", () => assert.deepEqual(found("title"), [["title", "Users"]]));
  test("lie in their files", () =>
    assert.deepEqual(
      workspaceSymbols(documents, "users").map(({ location }) => location.uri),
      ["file:///a.provmap", "file:///b.provmap"],
    ));
  test("are none where no name fits", () => assert.deepEqual(found("xyz"), []));
});

suite("Selection ranges", () => {
  /** The texts that a selection grows over, without the cursor itself. */
  function grown(marked: string): readonly string[] {
    const { document, offset } = documentAt(marked);
    const [first] = selectionRanges(document, [rangeOf(document, { start: offset, end: offset }).start]);
    const texts: string[] = [];
    for (let range: SelectionRange | undefined = first; range !== undefined; range = range.parent) {
      const { start, end } = spanOf(document, range.range);
      if (start < end) texts.push(document.text.slice(start, end));
    }
    return texts;
  }

  test("grow from a word over its attribute, call, mapping and block", () =>
    assert.deepEqual(grown('mapping "M" { title <- Append([job|Title], "x") on create }'), [
      "jobTitle",
      "[jobTitle]",
      '[jobTitle], "x"',
      'Append([jobTitle], "x")',
      'title <- Append([jobTitle], "x") on create',
      ' title <- Append([jobTitle], "x") on create ',
      'mapping "M" { title <- Append([jobTitle], "x") on create }',
    ]));
  test("grow from a word over its string", () =>
    assert.deepEqual(grown('mapping "M" { a <- "one t|wo" }').slice(0, 3), ["two", "one two", '"one two"']));
  test("grow over a path with dots", () =>
    assert.deepEqual(grown("mapping M { name.giv|enName <- [b] }").slice(0, 2), [
      "givenName",
      "name.givenName <- [b]",
    ]));
  test("grow over the members of an object", () =>
    assert.deepEqual(grown('test "T" { user: { a: "1|" } }').slice(0, 4), ["1", '"1"', 'a: "1"', ' a: "1" ']));
  test("hold each other everywhere in the sample", () => {
    const text = readFileSync("samples/contoso/fabrikam-learning.provmap", "utf8");
    const document = documentOf(text);
    for (let offset = 0; offset <= text.length; offset += 7) {
      const position = rangeOf(document, { start: offset, end: offset }).start;
      let inner = { start: offset, end: offset };
      for (let range = selectionRanges(document, [position])[0]?.parent; range !== undefined; range = range.parent) {
        const outer = spanOf(document, range.range);
        assert.ok(
          outer.start <= inner.start && inner.end <= outer.end && outer.end - outer.start > inner.end - inner.start,
        );
        inner = outer;
      }
    }
  });
});

suite("Inlay hints", () => {
  /** The expression with its hints in it. */
  function hinted(line: string): string {
    const document = documentOf(inMapping(line));
    const whole = { start: 0, end: document.text.length };
    let text = document.text;
    for (const { position, label } of inlayHints(document, whole).toReversed()) {
      const { start } = spanOf(document, { start: position, end: position });
      text = `${text.slice(0, start)}‹${String(label)}›${text.slice(start)}`;
    }
    return text.split("\n")[3]?.trim() ?? "";
  }

  test("name the arguments of a long call that do not speak for themselves", () =>
    assert.equal(
      hinted('title <- Replace([jobTitle], "Senior", , , "Sr.", , )'),
      'title <- Replace([jobTitle], ‹oldValue:›"Senior", , , ‹replacementValue:›"Sr.", , )',
    ));
  test("leave out what repeats", () =>
    assert.equal(
      hinted('title <- Switch([state], "Other", "WA", "Redmond")'),
      'title <- Switch([state], ‹defaultValue:›"Other", "WA", "Redmond")',
    ));
  test("leave out what a completion has just named", () =>
    assert.equal(
      hinted("title <- Switch(source, defaultValue, key, value)"),
      "title <- Switch(source, defaultValue, key, value)",
    ));
  test("are inside other calls too", () =>
    assert.equal(
      hinted('title <- Append(Switch([a], "b", "c", "d"), "e")'),
      'title <- Append(Switch([a], ‹defaultValue:›"b", "c", "d"), "e")',
    ));
  test("are not needed in short calls", () =>
    assert.equal(hinted('title <- Append([jobTitle], "x")'), 'title <- Append([jobTitle], "x")'));
  test("know nothing of an unknown function", () =>
    assert.equal(hinted('title <- Swich("a", "b", "c", "d")'), 'title <- Swich("a", "b", "c", "d")'));
  test("are given for the asked lines only", () => {
    const document = documentOf(inMapping('title <- Switch([a], "b", "c", "d")'));
    assert.deepEqual(inlayHints(document, { start: 0, end: 10 }), []);
  });
});

suite("Document links", () => {
  test("open the schema beside the file", () => {
    const text = 'application "A" { schema: "schemas/service now.json" }';
    const document = createDocument("file:///folder/a.provmap", 1, text);
    const [link] = documentLinks(document);
    assert.equal(link?.target, "file:///folder/schemas/service%20now.json");
    const { start, end } = spanOf(document, link?.range ?? rangeOf(document, { start: 0, end: 0 }));
    assert.equal(text.slice(start, end), '"schemas/service now.json"');
  });
  test("are none without a schema", () => assert.deepEqual(documentLinks(documentOf('application "A" { }')), []));
  test("are none in a document that is not saved", () =>
    assert.equal(besides("untitled:Untitled-1", "a.json"), undefined));
  test("go up folders, and take the separators of Windows", () =>
    assert.equal(besides("file:///a/b/c.provmap", "..\\d.json"), "file:///a/d.json"));
});
