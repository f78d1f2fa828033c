import assert from "node:assert/strict";
import fc from "fast-check";
import { coverage } from "../../server/src/validation/coverage.ts";

const span = fc.tuple(fc.nat(20), fc.nat(20)).map(([start, length]) => ({ start, end: start + length }));

test("A span is covered where one of the spans covers it, whether they lie inside each other, overlap or not", () =>
  fc.assert(
    fc.property(fc.array(span), span, (spans, inner) => {
      const isCovered = spans.some(({ start, end }) => start <= inner.start && inner.end <= end);
      assert.equal(coverage(spans)(inner), isCovered);
    }),
    { seed: 1 },
  ));
