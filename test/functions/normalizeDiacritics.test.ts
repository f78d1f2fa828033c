import assert from "node:assert/strict";
import { compile } from "../../server/src/engine/expression/compile.ts";
import { evaluate } from "../../server/src/engine/expression/evaluate.ts";
import { parseExpression } from "../../server/src/language/expression/parse.ts";
import { stillWorld } from "../engine/world.ts";

suite("NormalizeDiacritics", () => {
  const { expression } = parseExpression("NormalizeDiacritics([a])");
  const compiled = compile(expression);
  const of = (text: string, call = compiled) => evaluate(call, new Map([["a", text]]), stillWorld);

  test("gives for a text that it has seen what it gave before, and tells its assumption again", () => {
    for (const text of ["Zoë", "Nguyễn", "Zoë", "Ada", "Nguyễn", "Zoe\u0308"])
      assert.deepEqual(of(text), of(text, compile(expression)), text);
    assert.deepEqual(of("Nguyễn").assumptions, ["diacriticsBeyondTable"]);
  });

  test("gives the right text behind more texts than it remembers", () => {
    const wrong = Array.from({ length: 10_050 }, (_, index) => index).filter(index => {
      const { outcome } = of(`ö${index}`);
      return outcome.kind !== "value" || outcome.value !== `o${index}`;
    });
    assert.deepEqual(wrong, []);
    assert.deepEqual(of("ö1").outcome, { kind: "value", value: "o1" });
  });
});
