import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { completion } from "../../server/src/features/completion.ts";
import { documentHighlight } from "../../server/src/features/documentHighlight.ts";
import { documentSymbols } from "../../server/src/features/documentSymbols.ts";
import { folding } from "../../server/src/features/folding.ts";
import { formatting, rangeFormatting } from "../../server/src/features/formatting.ts";
import { hover } from "../../server/src/features/hover.ts";
import { onTypeFormatting } from "../../server/src/features/onTypeFormatting.ts";
import { rangeOf, spanOf } from "../../server/src/features/ranges.ts";
import { signatureHelp } from "../../server/src/features/signatureHelp.ts";
import { placeAt } from "../../server/src/language/lines.ts";
import type { ProvmapDocument } from "../../server/src/model/document.ts";
import { applyEdits, documentOf } from "../harness/documents.ts";

const sample = readFileSync("samples/contoso/fabrikam-learning.provmap", "utf8");

suite("At every place of a file", () => {
  const document = documentOf(sample);
  test("completion replaces a piece of the cursor's line, with the cursor in it", () => {
    for (let offset = 0; offset <= sample.length; offset += 3) replacesAtCursor(document, offset);
  });
  test("hover and signature help answer", () => {
    for (let offset = 0; offset <= sample.length; offset++) {
      hover(document, offset);
      signatureHelp(document, offset);
    }
  });
});

suite("At every place of a file, half typed or not,", () => {
  test("what is highlighted is the name at the cursor, and can be told again from each of its places", () => {
    const document = documentOf(sample);
    for (let offset = 0; offset <= sample.length; offset += 13) {
      const places = documentHighlight(document, offset).map(({ range }) => spanOf(document, range));
      assert.ok(places.length === 0 || places.some(({ start, end }) => start <= offset && offset <= end));
      for (const { start } of places.slice(0, 3))
        assert.deepEqual(
          documentHighlight(document, start + 1).map(({ range }) => spanOf(document, range)),
          places,
        );
    }
  });
  test("a line break that is typed changes the blanks at the start of one line and nothing else", () => {
    for (let offset = 0; offset <= sample.length; offset += 17) {
      const text = `${sample.slice(0, offset)}\n${sample.slice(offset)}`;
      const document = documentOf(text);
      const edits = onTypeFormatting(document, offset + 1, "\n");
      assert.ok(edits.length <= 1);
      assert.equal(applyEdits(document, edits).replaceAll(/\s/g, ""), text.replaceAll(/\s/g, ""));
    }
  });
  test("formatting a piece of an untidy file is a step towards formatting all of it", () => {
    const untidy = sample.replaceAll(" <- ", "<-").replaceAll("\n  ", "\n     ");
    const tidy = applyEdits(documentOf(untidy), formatting(documentOf(untidy)));
    for (let start = 0; start < untidy.length; start += 211) {
      const document = documentOf(untidy);
      const range = rangeOf(document, { start, end: Math.min(untidy.length, start + 150) });
      const stepped = documentOf(applyEdits(document, rangeFormatting(document, range)));
      assert.equal(applyEdits(stepped, formatting(stepped)), tidy);
    }
  });
});

suite("In a file that ends anywhere", () => {
  test("every feature answers", () => {
    for (let length = 0; length <= sample.length; length += 11) {
      const document = documentOf(sample.slice(0, length));
      replacesAtCursor(document, length);
      hover(document, length);
      signatureHelp(document, length);
      documentSymbols(document);
      for (const { startLine, endLine } of folding(document)) assert.ok(startLine < endLine);
    }
  });
});

function replacesAtCursor(document: ProvmapDocument, offset: number): void {
  const { line, character } = placeAt(document.lineStarts, offset);
  for (const { label, textEdit } of completion(document, offset)) {
    assert.ok(textEdit && "range" in textEdit, label);
    const { start, end } = textEdit.range;
    assert.deepEqual([start.line, end.line], [line, line], `${label} at ${offset}`);
    assert.ok(start.character <= character && character <= end.character, `${label} at ${offset}`);
  }
}
