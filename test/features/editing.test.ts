import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { CodeActionKind } from "vscode-languageserver-types";
import { codeActions } from "../../server/src/features/codeActions.ts";
import { fixAllKind } from "../../server/src/features/fixAll.ts";
import { formatting, rangeFormatting } from "../../server/src/features/formatting.ts";
import { onTypeFormatting } from "../../server/src/features/onTypeFormatting.ts";
import { rangeOf } from "../../server/src/features/ranges.ts";
import { applyEdits, documentAt, documentOf, inMapping, problemsIn } from "../harness/documents.ts";
import { inRanges } from "../harness/markers.ts";

suite("Range formatting", () => {
  /** The text after the marked range is formatted. */
  function formatted(marked: string): string {
    const { text, ranges } = inRanges(marked);
    const [start, end] = ranges[0] ?? [0, 0];
    const document = documentOf(text);
    return applyEdits(document, rangeFormatting(document, rangeOf(document, { start, end })));
  }

  test("changes the statements that it touches and no others", () =>
    assert.equal(
      formatted('mapping "M" {\n    a<-[b]\n    c«<-[»d]\n    e<-[f]\n}\n'),
      'mapping "M" {\n    a<-[b]\n  c <- [d]\n    e<-[f]\n}\n',
    ));
  test("parts statements on one line", () =>
    assert.equal(formatted('mapping "M" { a<-[b] «c»<-[d] }\n'), 'mapping "M" { a<-[b]\n  c <- [d] }\n'));
  test("of a whole block is that of the document", () => {
    const text = 'mapping "M" {\n    a<-[b]\n    c<-[d]\n}\n';
    assert.equal(formatted(`«${text}»`), applyEdits(documentOf(text), formatting(documentOf(text))));
  });
  test("keeps comments where they are", () =>
    assert.equal(
      formatted('mapping "M" {\n  // one\n«    a<-[b] // two\n»  // three\n  c <- [d]\n}\n'),
      'mapping "M" {\n  // one\n  a <- [b] // two\n  // three\n  c <- [d]\n}\n',
    ));
  test("changes nothing in a layout that is right", () => {
    const text = readFileSync("samples/contoso/servicenow.provmap", "utf8");
    assert.equal(formatted(`${text.slice(0, 300)}«${text.slice(300, 900)}»${text.slice(900)}`), text);
  });
  test("works in a block whose neighbour is half typed", () =>
    assert.equal(
      formatted('mapping "M" {\n  a <- Append(\n}\nmapping "N" {\n«    c<-[d]»\n}\n'),
      'mapping "M" {\n  a <- Append(\n}\nmapping "N" {\n  c <- [d]\n}\n',
    ));
});

test("Formatting leaves a broken block alone and lays out the others", () => {
  const document = documentOf('mapping "M" {\n   a <- Append(\n}\nmapping "N" {\n    c<-[d]\n}\n');
  assert.equal(
    applyEdits(document, formatting(document)),
    'mapping "M" {\n   a <- Append(\n}\nmapping "N" {\n  c <- [d]\n}\n',
  );
});

suite("Formatting while typing", () => {
  /** The text after what stands before the cursor has been typed. */
  function typed(marked: string): string {
    const { document, offset } = documentAt(marked);
    const character = document.text.charAt(offset - 1) === "}" ? "}" : "\n";
    return applyEdits(document, onTypeFormatting(document, offset, character));
  }

  test("a closing brace lays out its block", () =>
    assert.equal(typed('mapping "M" {\n      a<-[b]\n    }|\n'), 'mapping "M" {\n  a <- [b]\n}\n'));
  test("a closing brace lays out its filter alone", () =>
    assert.equal(
      typed('mapping "M" {\n   a<-[b]\n filter "F" {\n a IS  NULL\n }|\n}\n'),
      'mapping "M" {\n   a<-[b]\n\n  filter "F" {\n    a IS NULL\n  }\n}\n',
    ));
  test("a closing brace goes below the head of its block where that cannot be laid out", () =>
    assert.equal(typed('mapping "M" {\n  a <- \n    }|\n'), 'mapping "M" {\n  a <- \n}\n'));
  test("a line in a mapping goes two blanks to the right", () =>
    assert.equal(typed('mapping "M" {\n|'), 'mapping "M" {\n  '));
  test("a line in a filter goes four", () =>
    assert.equal(typed('mapping "M" {\n  filter "F" {\n|\n  }\n}'), 'mapping "M" {\n  filter "F" {\n    \n  }\n}'));
  test("a line in a call goes below its function", () =>
    assert.equal(typed('mapping "M" {\n  a <- Append(\n|'), 'mapping "M" {\n  a <- Append(\n    '));
  test("a line in an object goes below its name", () =>
    assert.equal(typed('test "T" {\n  user: {\n|\n  }\n}'), 'test "T" {\n  user: {\n    \n  }\n}'));
  test("a line in an expectation goes below it", () =>
    assert.equal(typed('test "T" {\n  expect create {\n|\n  }\n}'), 'test "T" {\n  expect create {\n    \n  }\n}'));
  test("a line behind a block begins at the left", () =>
    assert.equal(typed('mapping "M" {\n}\n  |'), 'mapping "M" {\n}\n'));
  test("a line of a string is left alone", () =>
    assert.equal(typed('mapping "M" {\n  a <- Append("x\n|", [b])\n}'), 'mapping "M" {\n  a <- Append("x\n", [b])\n}'));
  test("a line of a comment is left alone", () => assert.equal(typed("/* a\n|\n*/"), "/* a\n\n*/"));
  test("a brace in a comment is left alone", () =>
    assert.equal(typed('mapping "M" {\n      // }|\n}'), 'mapping "M" {\n      // }\n}'));
});

suite("Fixing all at once", () => {
  function fixed(text: string): string {
    const document = documentOf(text);
    const range = rangeOf(document, { start: 0, end: 0 });
    const [action, ...others] = codeActions(document, range, [CodeActionKind.SourceFixAll], problemsIn(document));
    assert.deepEqual(others, []);
    return action === undefined ? text : applyEdits(document, action.edit?.changes?.[document.uri] ?? []);
  }

  test("mends what has one remedy", () =>
    assert.equal(
      fixed(inMapping("userName <- [mail] match 1\n  title <- append([jobtitle], [city])")),
      inMapping("userName <- [mail] match 1\n  title <- Append([jobTitle], [city])"),
    ));
  test("removes nothing", () => {
    const text = inMapping("userName <- [mail] match 1\n  title <- [jobTitle]\n  title <- [city]");
    assert.equal(fixed(text), text);
  });
  test("is done after a while, with fewer problems each time", () => {
    let text = readFileSync("samples/contoso/servicenow.provmap", "utf8")
      .replaceAll("Switch(", "switch(")
      .replaceAll("[mail]", "[Mail]");
    for (let problems = problemsIn(documentOf(text)).length; problems > 0; ) {
      text = fixed(text);
      const left = problemsIn(documentOf(text)).length;
      assert.ok(left < problems);
      problems = left;
    }
  });
  test("is offered only to those who ask for it", () => {
    const document = documentOf(inMapping("userName <- [Mail] match 1"));
    const kinds = (only?: CodeActionKind[]) =>
      codeActions(document, rangeOf(document, { start: 0, end: document.text.length }), only, problemsIn(document)).map(
        ({ kind }) => kind,
      );
    assert.ok(!kinds().includes(fixAllKind));
    assert.deepEqual(kinds([CodeActionKind.Source]), [fixAllKind]);
    assert.deepEqual(kinds([CodeActionKind.SourceOrganizeImports]), []);
  });
});
