import type { ProvmapDocument } from "../model/document.ts";
import { type NamedKind, type Occurrence, occurrenceAt, occurrencesIn } from "./occurrences.ts";

/** An occurrence in one of several documents. */
export interface Placed {
  readonly document: ProvmapDocument;
  readonly occurrence: Occurrence;
}

/**
 * Every place in the documents that names the same thing as the one at the cursor, which is among them; none where nothing
 * is named there. What belongs to the tenant is the same in every file. What belongs to an application is the same in the
 * files of that application; a file without one shares what it does not declare with the one place that declares it. A
 * schema shares nothing: its directories define what its mappings name.
 */
export function sameThing(
  document: ProvmapDocument,
  offset: number,
  documents: readonly ProvmapDocument[],
): readonly Placed[] {
  const wanted = occurrenceAt(document, offset);
  if (wanted === undefined) return [];
  const found = documents
    .filter(searched => areTogether(searched, document))
    .map(searched => {
      const occurrences = occurrencesIn(searched).filter(occurrence => areSame(occurrence, wanted));
      return { document: searched, occurrences, home: homeOf(searched, wanted.kind, occurrences) };
    });
  const homes = new Set(found.filter(({ occurrences }) => occurrences.some(isDeclaration)).map(({ home }) => home));
  const onlyHome = homes.size === 1 ? [...homes][0] : undefined;
  const home = found.find(entry => entry.document === document)?.home ?? onlyHome;
  return found
    .filter(entry => (entry.home ?? onlyHome) === home)
    .flatMap(entry => entry.occurrences.map(occurrence => ({ document: entry.document, occurrence })));
}

function areTogether(searched: ProvmapDocument, document: ProvmapDocument): boolean {
  return searched === document || (searched.language === "provmap" && document.language === "provmap");
}

const tenantKinds: ReadonlySet<NamedKind> = new Set([
  "function",
  "sourceAttribute",
  "sourceObject",
  "secret",
  "user",
  "group",
]);
const fileKinds: ReadonlySet<NamedKind> = new Set(["filter", "test", "schema"]);

/** Within what a name means one thing; undefined where the file leaves that open. */
function homeOf(
  { uri, configuration: { application } }: ProvmapDocument,
  kind: NamedKind,
  occurrences: readonly Occurrence[],
): string | undefined {
  if (tenantKinds.has(kind)) return "tenant";
  if (fileKinds.has(kind)) return uri;
  if (application !== undefined) return `application ${application.name.text}`;
  return occurrences.some(isDeclaration) ? uri : undefined;
}

function isDeclaration({ role }: Occurrence): boolean {
  return role === "declaration";
}

/** Directory users are found in any letter case. */
function areSame(first: Occurrence, second: Occurrence): boolean {
  if (first.kind !== second.kind || first.owner !== second.owner) return false;
  const isInAnyCase = first.kind === "user" || first.kind === "group";
  return first.name === second.name || (isInAnyCase && first.name.toLowerCase() === second.name.toLowerCase());
}
