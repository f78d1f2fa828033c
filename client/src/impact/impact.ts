import type { DecidingClause, ImpactBase, ImpactReport } from "../../../server/src/protocol/impact.ts";
import { type Lines, type Place, place } from "../webview/place.ts";

/** A finished run and what it was about; the lines are those of the version after. */
export interface Impact extends Lines {
  readonly report: ImpactReport;
  /** The number by which the server knows its people. */
  readonly run: number;
  readonly uri: string;
  /** The name of the file, from the folder of the workspace. */
  readonly file: string;
  readonly base: ImpactBase;
}

/** The place of a clause; undefined for one that only the version before has. */
export function clausePlace({ version, span }: DecidingClause, lines: Lines): Place | undefined {
  return version === "after" ? place(span, lines) : undefined;
}
