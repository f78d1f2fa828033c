import type { Location } from "vscode-languageserver-types";
import type { ProvmapDocument } from "../model/document.ts";
import { locationOf } from "./definition.ts";
import { sameThing } from "./sameThing.ts";

/** Every place of the documents that names the thing at the cursor, with or without those that declare it. */
export function references(
  document: ProvmapDocument,
  offset: number,
  documents: readonly ProvmapDocument[],
  includeDeclaration: boolean,
): Location[] {
  return sameThing(document, offset, documents)
    .filter(({ occurrence }) => includeDeclaration || occurrence.role !== "declaration")
    .map(locationOf);
}
