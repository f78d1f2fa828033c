import assert from "node:assert/strict";
import fc from "fast-check";
import { compile } from "../../server/src/engine/compile.ts";
import { evaluate, toFlowValue } from "../../server/src/engine/evaluate.ts";
import { maximumArguments, minimumArguments } from "../../server/src/functions/arity.ts";
import type { FunctionDefinition } from "../../server/src/functions/definition.ts";
import { functions } from "../../server/src/functions/index.ts";
import { parseExpression } from "../../server/src/language/expression/parse.ts";
import { stillWorld } from "./world.ts";

const words = fc.constantFrom("a", "Ada Lovelace", "", " ", "2", "-1", "True", "(?<n>a)", "n", ",", "2026-03-02");
const leaf = fc.oneof(
  words.map(word => JSON.stringify(word)),
  fc.constantFrom("[one]", "[many]", "[flag]", "[number]", "[nothing]", "[none]"),
  fc.constantFrom("IgnoreAttributeFlow", "IgnoreObjectFlow"),
  fc.constantFrom("0", "1", "-3", "&HF", "99999999999", "vbTextCompare", "%DomainFQDN%", "%No%", "", "NULL"),
);
function callOf(definition: FunctionDefinition, argument: fc.Arbitrary<string>): fc.Arbitrary<string> {
  const minLength = minimumArguments(definition);
  const maxLength = Math.min(maximumArguments(definition), minLength + 2);
  return fc.array(argument, { minLength, maxLength }).map(parts => `${definition.name}(${parts.join(", ")})`);
}

const { expression } = fc.letrec<{ expression: string; call: string; condition: string }>(tie => ({
  expression: fc.oneof({ depthSize: "small", withCrossShrink: true }, leaf, tie("call"), tie("condition")),
  call: fc.oneof(
    {
      weight: 1,
      arbitrary: fc.array(tie("expression"), { maxLength: 3 }).map(parts => `Nothing(${parts.join(", ")})`),
    },
    { weight: 9, arbitrary: fc.constantFrom(...functions).chain(definition => callOf(definition, tie("expression"))) },
  ),
  condition: fc
    .tuple(tie("expression"), fc.constantFrom("=", "<>", "<", ">=", "&", "+"), tie("expression"))
    .map(parts => parts.join(" ")),
}));

const attributes = new Map(
  Object.entries({ one: "Zoë", many: ["a", "b", "a"], flag: true, number: 132772253564048004n, nothing: "", none: [] }),
);

suite("evaluation of any expression", () => {
  test("gives a value, an ignored flow or a problem inside the text, and never throws", () => {
    const kinds = new Set<string>();
    fc.assert(
      fc.property(expression, text => {
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
