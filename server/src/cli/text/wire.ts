import type { ProvisioningResult } from "../../engine/result.ts";
import type { WireComparison, WireDifference } from "../../engine/wire/comparison.ts";
import type { Paint } from "./paint.ts";
import { visible } from "./visible.ts";

type Mode = WireComparison["used"];

const headings: Readonly<Record<Mode, string>> = {
  default: "Without the flag aadOptscim062020",
  compliant: "With the flag aadOptscim062020",
};

/** The writing requests in both modes, each mode a section, and what of them real servers stumble at. Nothing where that was not asked for. */
export function wireSections(wire: ProvisioningResult["wire"], paint: Paint): readonly string[][] {
  if (wire === undefined) return [];
  return [
    modeSection("default", wire, paint),
    modeSection("compliant", wire, paint),
    ["Where servers stumble", ...wire.differences.flatMap(difference => differenceLines(difference, wire, paint))],
  ];
}

function modeSection(mode: Mode, wire: WireComparison, paint: Paint): string[] {
  const used = wire.used === mode ? ", as this run writes" : "";
  const lines = wire[mode].flatMap(({ method, path, body }, index) => [
    `  ${paint("strong", method)} ${visible(path)}`,
    ...(mode === "compliant" && wire.default[index]?.body === body ? [sameBody] : operationLines(body)),
  ]);
  return [`${headings[mode]}${used}`, ...lines];
}

const sameBody = "    the same as without it";

/** A PATCH operation on a line of its own, so that both modes can be compared; any other body whole. */
function operationLines(body: string | undefined): readonly string[] {
  if (body === undefined) return [];
  const { Operations = [] } = JSON.parse(body) as { readonly Operations?: readonly unknown[] };
  if (Operations.length === 0) return [`    ${body}`];
  return Operations.map(operation => `    ${JSON.stringify(operation)}`);
}

const modeWords: Readonly<Record<WireDifference["mode"], string>> = {
  default: "without the flag",
  compliant: "with the flag",
  both: "either way",
};

/** What this run itself would meet is marked; a member removal that empties a group is marked as bad. */
function differenceLines(
  { mode, text, consequence, quirk }: WireDifference,
  wire: WireComparison,
  paint: Paint,
): readonly string[] {
  const hits = mode === "both" || mode === wire.used;
  const tone = quirk === "memberRemoval" ? "bad" : "warning";
  const mark = hits ? paint(tone, "!") : paint("faint", "-");
  return [`  ${mark} ${modeWords[mode]}: ${visible(text)}`, `      ${visible(consequence)}`];
}
