import type { Location } from "vscode-languageserver-types";
import { spanOf } from "../../server/src/features/ranges.ts";
import { createDocument, type ProvmapDocument } from "../../server/src/model/document.ts";

/** Files with one cursor among them, and the places that are expected. */
export interface MarkedFiles {
  /** The document of the cursor. */
  readonly document: ProvmapDocument;
  readonly offset: number;
  readonly documents: readonly ProvmapDocument[];
  /** Each expected place as `file:start-end`, in order. */
  readonly places: readonly string[];
}

/** Takes the one `|` and the pairs of `«` and `»` out of some texts. Throws unless there is exactly one `|`. */
export function markedFiles(texts: readonly string[]): MarkedFiles {
  const places: string[] = [];
  const cursors: { readonly file: number; readonly offset: number }[] = [];
  const documents = texts.map((marked, file) => {
    let text = "";
    let start = 0;
    for (const piece of marked.split(/([|«»])/)) {
      if (piece === "|") cursors.push({ file, offset: text.length });
      else if (piece === "«") start = text.length;
      else if (piece === "»") places.push(`${nameOf(file)}:${start}-${text.length}`);
      else text += piece;
    }
    return createDocument(`file:///${nameOf(file)}.provmap`, 1, text);
  });
  const [cursor, ...more] = cursors;
  const document = documents[cursor?.file ?? -1];
  if (cursor === undefined || document === undefined || more.length > 0)
    throw new Error(`The files have ${cursors.length} cursors, not one: ${texts.join("\n---\n")}`);
  return { document, offset: cursor.offset, documents, places: places.toSorted() };
}

/** Locations as the places of marked files are written, in order. */
export function shownPlaces({ documents }: MarkedFiles, locations: readonly Location[]): readonly string[] {
  return locations
    .map(({ uri, range }) => {
      const file = documents.findIndex(document => document.uri === uri);
      const document = documents[file];
      if (document === undefined) throw new Error(`${uri} is none of the files.`);
      const { start, end } = spanOf(document, range);
      return `${nameOf(file)}:${start}-${end}`;
    })
    .toSorted();
}

function nameOf(file: number): string {
  return String.fromCharCode("a".charCodeAt(0) + file);
}
