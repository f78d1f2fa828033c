import type { DeltaAttribute, ProvisioningResult } from "../../engine/result.ts";
import { shown } from "../../session/impactWords.ts";
import type { Paint } from "./paint.ts";
import { visible } from "./visible.ts";

/** Both readings of an incremental change, where they differ. Nothing where that was not asked for. */
export function deltaSections(delta: ProvisioningResult["delta"], paint: Paint): readonly string[][] {
  if (delta === undefined) return [];
  const { changed, reads, attributes, note } = delta;
  const heading = `When ${subject(changed)} changed`;
  if (note !== undefined) return [[heading, `  ${visible(note)}`]];
  const read = reads.length === 0 ? "  No mapping reads that." : `  It is read for ${reads.map(visible).join(", ")}.`;
  const none = attributes.length === 0 ? ["  Nothing else may be touched."] : [];
  return [[heading, read, ...none, ...attributes.flatMap(attribute => lines(attribute, paint))]];
}

function subject(changed: readonly string[]): string {
  if (changed.length === 0) return "other attributes have";
  return `only ${changed.map(visible).join(", ")} ${changed.length === 1 ? "has" : "have"}`;
}

const effects: Readonly<Record<DeltaAttribute["effect"], string>> = {
  mayBeCleared: "may be cleared",
  mayChange: "may change",
};

function lines({ target, full, delta, effect, reason, redacted }: DeltaAttribute, paint: Paint): readonly string[] {
  return [
    `  ${paint("warning", `! ${visible(target)} ${effects[effect]}`)}`,
    `      evaluated in full: ${shown(full, redacted)}`,
    `      incremental cycle: ${shown(delta, redacted)}`,
    `      ${visible(reason)}`,
  ];
}
