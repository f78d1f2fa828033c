import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import type { DocumentSymbol } from "vscode-languageserver-types";
import { codeLens, resolveCodeLens } from "../../server/src/features/codeLens.ts";
import { documentSymbols } from "../../server/src/features/documentSymbols.ts";
import { folding } from "../../server/src/features/folding.ts";
import { formatting } from "../../server/src/features/formatting.ts";
import { applyEdits, documentOf, inMapping } from "../harness/documents.ts";

const sample = readFileSync("samples/contoso/servicenow.provmap", "utf8");

suite("Document symbols", () => {
  test("name the blocks of a file", () =>
    assert.deepEqual(
      documentSymbols(documentOf('application "A" {}\nmapping "M" {}\nattributes source "User" {}\ntest "T" {}')).map(
        shown,
      ),
      ["application A", "mapping M", "source attributes User", "test T"],
    ));
  test("name the filters and attribute mappings of a mapping, not its properties", () =>
    assert.deepEqual(
      documentSymbols(
        documentOf(inMapping('filter "F" {}\n  title <- Append(\n    [jobTitle],\n    "x"\n  )')),
      )[0]?.children?.map(shown),
      ["filter F", 'Append( [jobTitle], "x" ) title'],
    ));
  test("name declared attributes with their types", () =>
    assert.deepEqual(
      documentSymbols(documentOf('attributes target "X" {\n badge: Integer, required\n}'))[0]?.children?.map(shown),
      ["Integer badge"],
    ));
  test("are never without a name", () =>
    assert.deepEqual(documentSymbols(documentOf("mapping {")).map(shown), ["mapping mapping"]));
  test("keep every selection inside its range", () => {
    for (const { range, selectionRange } of all(documentSymbols(documentOf(sample)))) {
      const order = [range.start, selectionRange.start, selectionRange.end, range.end];
      assert.deepEqual(
        order.toSorted((left, right) => left.line - right.line || left.character - right.character),
        order,
      );
    }
  });

  function shown({ name, detail }: DocumentSymbol): string {
    return `${detail} ${name}`;
  }

  function all(symbols: readonly DocumentSymbol[]): readonly DocumentSymbol[] {
    return symbols.flatMap(symbol => [symbol, ...all(symbol.children ?? [])]);
  }
});

suite("Folding", () => {
  test("of blocks, filters and long calls", () =>
    assert.deepEqual(
      folds('mapping "M" {\n  filter "F" {\n    a IS NULL\n  }\n  b <- Append(\n    [c],\n    "d"\n  )\n}'),
      [
        [0, 7],
        [1, 2],
        [4, 6],
      ],
    ));
  test("of comments that follow each other", () =>
    assert.deepEqual(folds("// one\n// two\n\n// three\n/* four\n   five */"), [
      [0, 1],
      [4, 5],
    ]));
  test("nothing on one line", () => assert.deepEqual(folds('mapping "M" { b <- Append([c], "d") }'), []));

  function folds(text: string): readonly (readonly [number, number])[] {
    return folding(documentOf(text)).map(({ startLine, endLine }) => [startLine, endLine]);
  }
});

suite("Formatting", () => {
  test("leaves a formatted text alone", () => assert.deepEqual(formatting(documentOf(sample)), []));
  test("leaves a broken text alone", () => assert.deepEqual(formatting(documentOf('mapping "M" {\n a <-\n')), []));
  test("changes no line that it need not", () => {
    const document = documentOf(
      inMapping("title <- [jobTitle]\n      nickName   <- [mailNickname]\n  userName <- [mail]"),
    );
    const [edit] = formatting(document);
    assert.deepEqual([edit?.range.start.line, edit?.range.end.line], [4, 5]);
    assert.match(applyEdits(document, edit ? [edit] : []), /\n {2}nickName <- \[mailNickname\]\n/);
  });
  test("is done after one time", () => {
    const document = documentOf(`\n\n${sample.replaceAll("  ", " ")}`);
    assert.equal(applyEdits(document, formatting(document)), sample);
  });
});

suite("Code lens", () => {
  const text = 'application "A" {}\nmapping "M" {\n  input filter "I" {}\n  filter "F" {}\n}';
  const uri = "file:///test.provmap";
  test("offers a preview of each mapping", () => {
    const lenses = codeLens(documentOf(text)).filter(({ command }) => command !== undefined);
    assert.deepEqual(
      lenses.map(({ range, command }) => [range.start.line, command?.title, command?.arguments]),
      [[1, "Preview Provisioning…", [{ uri, mapping: "M" }]]],
    );
    assert.deepEqual(lenses.map(resolveCodeLens), lenses);
  });
  test("offers the impact on each mapping and each of its scoping filters", () => {
    const lenses = codeLens(documentOf(text)).filter(({ command }) => command === undefined);
    assert.deepEqual(
      lenses.map(resolveCodeLens).map(({ range, command }) => [range.start.line, command?.title, command?.arguments]),
      [
        [1, "Impact…", [{ uri, mapping: "M" }]],
        [3, "Impact…", [{ uri, mapping: "M", filter: "F" }]],
      ],
    );
  });
});
