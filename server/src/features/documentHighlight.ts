import type { DocumentHighlight, DocumentHighlightKind } from "vscode-languageserver-types";
import type { ProvmapDocument } from "../model/document.ts";
import type { Occurrence } from "./occurrences.ts";
import { documentHighlightKinds } from "./protocolKinds.ts";
import { rangeOf } from "./ranges.ts";
import { sameThing } from "./sameThing.ts";

const kinds: Readonly<Record<Occurrence["role"], DocumentHighlightKind>> = {
  declaration: documentHighlightKinds.Text,
  write: documentHighlightKinds.Write,
  read: documentHighlightKinds.Read,
};

/** The places of a document that name the thing at the cursor: where it is declared, mapped and read. */
export function documentHighlight(document: ProvmapDocument, offset: number): DocumentHighlight[] {
  return sameThing(document, offset, [document]).map(({ occurrence }) => ({
    range: rangeOf(document, occurrence.span),
    kind: kinds[occurrence.role],
  }));
}
