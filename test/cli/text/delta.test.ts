import assert from "node:assert/strict";
import { deltaSections } from "../../../server/src/cli/text/delta.ts";
import { plain } from "../../../server/src/cli/text/paint.ts";
import type { DeltaAttribute, DeltaReport } from "../../../server/src/engine/result.ts";

const attribute: DeltaAttribute = {
  target: "title",
  source: "Switch(…)",
  full: "Employee",
  delta: null,
  effect: "mayBeCleared",
  reason: "It reads\ncompanyName.",
  span: { start: 0, end: 0 },
};
const report = (facts: Partial<DeltaReport>): DeltaReport => ({
  changed: ["jobTitle"],
  reads: [],
  attributes: [],
  ...facts,
});

suite("the section of an incremental change", () => {
  const sections: readonly (readonly [what: string, report: DeltaReport | undefined, lines: readonly string[]])[] = [
    ["is left out where nobody asked", undefined, []],
    [
      "says that nothing else is touched",
      report({ reads: ["title"] }),
      ["When only jobTitle has changed", "  It is read for title.", "  Nothing else may be touched."],
    ],
    [
      "is about other attributes where none is named",
      report({ changed: [] }),
      ["When other attributes have changed", "  No mapping reads that.", "  Nothing else may be touched."],
    ],
    [
      "has both readings of what may be cleared",
      report({ changed: ["mail", "jobTitle"], attributes: [attribute] }),
      [
        "When only mail, jobTitle have changed",
        "  No mapping reads that.",
        "  ! title may be cleared",
        '      evaluated in full: "Employee"',
        "      incremental cycle: absent",
        "      It reads\\ncompanyName.",
      ],
    ],
    [
      "shows a mask without quotes",
      report({
        reads: ["title"],
        attributes: [{ ...attribute, full: "[Redact]", delta: "[Redact]", effect: "mayChange", redacted: true }],
      }),
      [
        "When only jobTitle has changed",
        "  It is read for title.",
        "  ! title may change",
        "      evaluated in full: [Redact]",
        "      incremental cycle: [Redact]",
        "      It reads\\ncompanyName.",
      ],
    ],
    [
      "tells why it does not matter",
      report({ note: "It is created." }),
      ["When only jobTitle has changed", "  It is created."],
    ],
  ];
  for (const [what, delta, lines] of sections) {
    test(what, () => assert.deepEqual(deltaSections(delta, plain).flat(), lines));
  }
});
