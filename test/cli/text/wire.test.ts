import assert from "node:assert/strict";
import { plain } from "../../../server/src/cli/text/paint.ts";
import { wireSections } from "../../../server/src/cli/text/wire.ts";
import type { WireComparison } from "../../../server/src/engine/wire/comparison.ts";

const patch = (operations: string) =>
  ({ method: "PATCH", path: "/Groups/1", body: `{"Operations":[${operations}]}` }) as const;

const wire: WireComparison = {
  used: "compliant",
  default: [{ method: "POST", path: "/Users", body: '{"userName":"a"}' }, patch('{"op":"Remove"}')],
  compliant: [{ method: "POST", path: "/Users", body: '{"userName":"a"}' }, patch('{"op":"remove"},{"op":"add"}')],
  differences: [
    { mode: "default", request: 1, quirk: "memberRemoval", text: "By value.", consequence: "All go." },
    { mode: "both", request: 1, quirk: "missingElement", text: "No element.", consequence: "Refused." },
  ],
};

suite("both modes as text", () => {
  test("stand under each other, an operation a line, and what this run meets is marked", () => {
    assert.deepEqual(wireSections(wire, plain), [
      [
        "Without the flag aadOptscim062020",
        "  POST /Users",
        '    {"userName":"a"}',
        "  PATCH /Groups/1",
        '    {"op":"Remove"}',
      ],
      [
        "With the flag aadOptscim062020, as this run writes",
        "  POST /Users",
        "    the same as without it",
        "  PATCH /Groups/1",
        '    {"op":"remove"}',
        '    {"op":"add"}',
      ],
      [
        "Where servers stumble",
        "  - without the flag: By value.",
        "      All go.",
        "  ! either way: No element.",
        "      Refused.",
      ],
    ]);
  });

  test("are absent where nobody asked for them", () => {
    assert.deepEqual(wireSections(undefined, plain), []);
  });
});
