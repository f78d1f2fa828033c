import type { Location } from "vscode-languageserver-types";
import type { ProvmapDocument } from "../model/document.ts";
import { type Occurrence, occurrenceAt } from "./occurrences.ts";
import { rangeOf } from "./ranges.ts";
import { type Placed, sameThing } from "./sameThing.ts";

/** Finds what is not told by a `.provmap` file: users and groups of the directory, the schema file, the environments of a secret. */
export type FindOutside = (occurrence: Occurrence) => Promise<readonly Location[]>;

/**
 * Where the thing at the cursor is declared: an attribute in its `attributes` block, or where it is mapped if no block
 * declares it; a mapping, filter or test at its name; the rest outside the files.
 */
export async function definition(
  document: ProvmapDocument,
  offset: number,
  documents: readonly ProvmapDocument[],
  findOutside: FindOutside,
): Promise<Location[]> {
  const named = occurrenceAt(document, offset);
  if (named === undefined) return [];
  if (outsideKinds.has(named.kind)) return [...(await findOutside(named))];
  const places = sameThing(document, offset, documents);
  const declared = places.filter(({ occurrence }) => occurrence.role === "declaration");
  const written = places.filter(({ occurrence }) => occurrence.role === "write");
  return (declared.length > 0 ? declared : written).map(locationOf);
}

const outsideKinds: ReadonlySet<Occurrence["kind"]> = new Set(["user", "group", "schema", "secret"]);

/** A place as the protocol tells of it. */
export function locationOf({ document, occurrence }: Placed): Location {
  return { uri: document.uri, range: rangeOf(document, occurrence.span) };
}
