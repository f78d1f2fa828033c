import type { CompletionItem, TextEdit } from "vscode-languageserver-types";
import { withoutSnippet } from "../../server/src/features/completion/snippet.ts";
import { offsetAt, type Place } from "../../server/src/language/lines.ts";
import { createDocument, type ProvmapDocument } from "../../server/src/model/document.ts";
import type { Problem } from "../../server/src/validation/rule.ts";
import { type Levels, validate } from "../../server/src/validation/validate.ts";
import { type Json, schemaWith } from "./graphSchemas.ts";
import { atCursor } from "./markers.ts";

/** A document of this text. */
export function documentOf(text: string): ProvmapDocument {
  return createDocument("file:///test.provmap", 1, text);
}

/** The document and the offset of the one `|` in the text. */
export function documentAt(marked: string): { readonly document: ProvmapDocument; readonly offset: number } {
  const { text, offset } = atCursor(marked);
  return { document: documentOf(text), offset };
}

/** The problems of a document. */
export function problemsIn(
  { configuration, syntaxProblems }: ProvmapDocument,
  levels: Levels = {},
): readonly Problem[] {
  return validate(configuration, syntaxProblems, levels);
}

/** A whole mapping of users to the enterprise user of SCIM around some members. */
export function inMapping(members: string): string {
  const target = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
  return `mapping "Users" {\n  source: User\n  target: "${target}"\n  ${members}\n}\n`;
}

/** The file after the edits. */
export function applyEdits({ fileText, lineStarts }: ProvmapDocument, edits: readonly TextEdit[]): string {
  const at = (place: Place) => offsetAt(fileText, lineStarts, place);
  return edits
    .toSorted((left, right) => at(right.range.start) - at(left.range.start))
    .reduce(
      (edited, { range, newText }) => edited.slice(0, at(range.start)) + newText + edited.slice(at(range.end)),
      fileText,
    );
}

/** The text after an item is accepted: each place of a snippet holds its text, or the first word of its choice. */
export function accept(document: ProvmapDocument, item: CompletionItem): string {
  const edit = withoutSnippet(item).textEdit;
  if (edit === undefined || !("range" in edit)) throw new Error(`${item.label} has no edit.`);
  return applyEdits(document, [edit]);
}

/** A schema of Graph with these members, and the offset in its text of the one `|` in it. */
export function schemaAt(members: { readonly [name: string]: Json }): {
  readonly document: ProvmapDocument;
  readonly offset: number;
} {
  const { text, offset } = atCursor(JSON.stringify(schemaWith(members), null, 2));
  const document = createDocument("file:///schema.json", 1, text);
  return { document, offset: document.sourceMap.toText(offset) };
}

/** The same around the expression of an attribute mapping. */
export function inExpression(marked: string) {
  return schemaAt({ source: { expression: marked, name: "x", type: "Function", parameters: [] } });
}
