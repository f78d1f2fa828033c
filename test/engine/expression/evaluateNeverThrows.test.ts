import assert from "node:assert/strict";
import fc from "fast-check";
import { compile } from "../../../server/src/engine/expression/compile.ts";
import { evaluate, toFlowValue } from "../../../server/src/engine/expression/evaluate.ts";
import { parseExpression } from "../../../server/src/language/expression/parse.ts";
import { stillWorld } from "../world.ts";
import { attributes, expressions } from "./expressions.ts";

suite("evaluation of any expression", () => {
  test("gives a value, an ignored flow or a problem inside the text, and never throws", () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(expressions, text => {
        const { outcome } = evaluate(compile(parseExpression(text).expression), attributes, stillWorld);
        kinds.add(outcome.kind);
        if (outcome.kind === "value") toFlowValue(outcome.value);
        if (outcome.kind === "problem") assert.ok(0 <= outcome.span.start && outcome.span.end <= text.length, text);
      }),
      { numRuns: 400, seed: 7 },
    );
    assert.deepEqual([...kinds].sort(), ["ignored", "objectIgnored", "problem", "value"]);
  });
});
