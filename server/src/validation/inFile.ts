import { type ProvmapDocument, writtenAt } from "../model/document.ts";
import { withPlaces } from "./places.ts";
import type { Problem } from "./rule.ts";

/** A problem of a document with its places in the file, and its edits as they are written there. */
export function inFile(document: ProvmapDocument, problem: Problem): Problem {
  const fixes = problem.fixes.map(fix => ({
    ...fix,
    edits: fix.edits.map(({ span, text }) => ({ span, text: writtenAt(document, span, text) })),
  }));
  return withPlaces({ ...problem, fixes }, document.sourceMap.toFile);
}
