import * as l10n from "@vscode/l10n";
import type { ProvisioningResult } from "../../../server/src/protocol/previews.ts";
import { type Place, place } from "../webview/place.ts";
import { plainValue, type Value } from "./attributeRows.ts";
import type { Preview } from "./preview.ts";

/** What an incremental cycle may do to attributes whose mappings read nothing that has changed. */
export interface DeltaReport {
  /** When that is, in sentences. */
  readonly sentences: readonly string[];
  readonly rows: readonly DeltaRow[];
}

/** One attribute in both readings. */
export interface DeltaRow {
  readonly target: string;
  /** What the target holds after a full evaluation. */
  readonly full: Value;
  /** What an incremental cycle may evaluate. */
  readonly delta: Value;
  readonly redacted: boolean;
  readonly effect: string;
  readonly reason: string;
  readonly place: Place;
}

const effectWords: Readonly<Record<NonNullable<ProvisioningResult["delta"]>["attributes"][number]["effect"], string>> =
  { mayBeCleared: l10n.t("may be cleared"), mayChange: l10n.t("may change") };

/** Both readings where they differ; undefined where nobody asked about attributes and none of them is at risk. */
export function deltaReport(preview: Preview): DeltaReport | undefined {
  const { delta } = preview.result;
  if (delta === undefined || (delta.changed.length === 0 && delta.attributes.length === 0)) return undefined;
  return {
    sentences: sentences(delta),
    rows: delta.attributes.map(attribute => ({
      target: attribute.target,
      full: plainValue(attribute.full),
      delta: plainValue(attribute.delta),
      redacted: attribute.redacted === true,
      effect: effectWords[attribute.effect],
      reason: attribute.reason,
      place: place(attribute.span, preview),
    })),
  };
}

function sentences({ changed, reads, attributes, note }: NonNullable<ProvisioningResult["delta"]>): readonly string[] {
  if (changed.length === 0)
    return [l10n.t("A cycle that is made for changes of other attributes may evaluate these otherwise than this run.")];
  const when =
    changed.length === 1
      ? l10n.t("When only {0} has changed:", changed.join())
      : l10n.t("When only {0} have changed:", changed.join(", "));
  if (note !== undefined) return [when, note];
  const read = reads.length === 0 ? l10n.t("No mapping reads that.") : l10n.t("It is read for {0}.", reads.join(", "));
  return [when, read, ...(attributes.length === 0 ? [l10n.t("Nothing else may be touched.")] : [])];
}
