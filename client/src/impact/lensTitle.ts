import * as l10n from "@vscode/l10n";
import type { ImpactLensData, ImpactReport } from "../../../server/src/protocol/impact.ts";
import { count } from "../counted.ts";
import { scopeText } from "./words.ts";

/** What a code lens says before the impact is known, and where it cannot be reckoned. */
export const unknownImpact = l10n.t("Impact…");

/** `9 in scope, 3 would fall out`; above the mappings that people fall out of, also that the accidental-deletions threshold would trip. */
export function lensTitle({ mapping, filter }: ImpactLensData, report: ImpactReport): string {
  const found = report.mappings.find(each => each.mapping === mapping);
  if (filter !== undefined) {
    const counts = found?.filters.find(each => each.filter === filter);
    return counts ? scopeText(counts) : unknownImpact;
  }
  if (found === undefined) return unknownImpact;
  const { trips, threshold } = report.threshold;
  if (!trips || threshold === undefined || found.leaves === 0) return scopeText(found);
  return `$(warning) ${l10n.t("{0}; above the threshold of {1}", scopeText(found), count(threshold))}`;
}
