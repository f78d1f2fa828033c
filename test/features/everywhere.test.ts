import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { completion } from "../../server/src/features/completion.ts";
import { documentSymbols } from "../../server/src/features/documentSymbols.ts";
import { folding } from "../../server/src/features/folding.ts";
import { hover } from "../../server/src/features/hover.ts";
import { signatureHelp } from "../../server/src/features/signatureHelp.ts";
import { placeAt } from "../../server/src/language/lines.ts";
import type { ProvmapDocument } from "../../server/src/model/document.ts";
import { documentOf } from "../harness/documents.ts";

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
