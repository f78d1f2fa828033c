import assert from "node:assert/strict";
import fc from "fast-check";
import { compile } from "../../../server/src/engine/expression/compile.ts";
import { evaluate } from "../../../server/src/engine/expression/evaluate.ts";
import { explain, type Step } from "../../../server/src/engine/expression/explain.ts";
import type { Value } from "../../../server/src/functions/values.ts";
import { parseExpression } from "../../../server/src/language/expression/parse.ts";
import { stillWorld } from "../world.ts";
import { attributes, expressions } from "./expressions.ts";

/** Each part with what it gave, as `text -> value`; `text ?` where it was not evaluated, `>` before a branch that was taken. */
function told(text: string, input: Readonly<Record<string, Value>> = {}): readonly string[] {
  const { root } = explain(compile(parseExpression(text).expression), new Map(Object.entries(input)), stillWorld);
  return all(root).map(({ expression: { span }, outcome, taken }) => {
    const part = `${taken ? "> " : ""}${text.slice(span.start, span.end)}`;
    if (outcome === undefined) return `${part} ?`;
    return `${part} -> ${JSON.stringify(outcome.kind === "value" ? outcome.value : outcome.kind)}`;
  });
}

function all(step: Step): readonly Step[] {
  return [step, ...step.parts.flatMap(all)];
}

suite("explanation", () => {
  test("tells what each part gave, constants and attributes too", () => {
    assert.deepEqual(told('Join(" ", ToUpper([a]), "x")', { a: "b" }), [
      'Join(" ", ToUpper([a]), "x") -> "B x"',
      '" " -> " "',
      'ToUpper([a]) -> "B"',
      '[a] -> "b"',
      '"x" -> "x"',
    ]);
  });

  test("marks the branch that was taken, and tells what was not evaluated", () => {
    assert.deepEqual(told('IIF([a] = "1", ToUpper([b]), Left([b], 1))', { a: "2", b: "xyz" }), [
      'IIF([a] = "1", ToUpper([b]), Left([b], 1)) -> "x"',
      '[a] = "1" -> false',
      '[a] -> "2"',
      '"1" -> "1"',
      "ToUpper([b]) ?",
      "[b] ?",
      '> Left([b], 1) -> "x"',
      '[b] -> "xyz"',
      "1 -> 1",
    ]);
  });

  test("tells which keys of a Switch were compared", () => {
    assert.deepEqual(told('Switch([a], "d", "k", "v", "l", "w", "m", "x")', { a: "l" }), [
      'Switch([a], "d", "k", "v", "l", "w", "m", "x") -> "w"',
      '[a] -> "l"',
      '"d" ?',
      '"k" -> "k"',
      '"v" ?',
      '"l" -> "l"',
      '> "w" -> "w"',
      '"m" ?',
      '"x" ?',
    ]);
  });

  test("tells where a problem arose and what was not evaluated because of it", () => {
    assert.deepEqual(told('Append(Item([a], 9), "x")', { a: ["p"] }), [
      'Append(Item([a], 9), "x") -> "problem"',
      'Item([a], 9) -> "problem"',
      '[a] -> ["p"]',
      "9 -> 9",
      '"x" ?',
    ]);
  });

  test("tells that nothing inside a call is evaluated which cannot be right", () => {
    assert.deepEqual(told('Nothing("a", [b])'), ['Nothing("a", [b]) -> "problem"', '"a" ?', "[b] ?"]);
    assert.deepEqual(told('ToUpper("a", "b", "c")').slice(1), ['"a" ?', '"b" ?', '"c" ?']);
    assert.deepEqual(told('"a" & "b"').slice(1), ['"a" ?', '"b" ?']);
  });

  test("knows the parts of a call of constants, which is not run for each object otherwise", () => {
    assert.deepEqual(told('ToUpper(Append("a", "b"))'), [
      'ToUpper(Append("a", "b")) -> "AB"',
      'Append("a", "b") -> "ab"',
      '"a" -> "a"',
      '"b" -> "b"',
    ]);
  });

  test("serves one object after the other", () => {
    const compiled = compile(parseExpression('IIF([a] = "1", [b], [c])').expression);
    const taken = ["1", "2"].map(a => {
      const { root } = explain(compiled, new Map([["a", a]]), stillWorld);
      return root.parts.filter(part => part.taken).map(part => part.expression.span.start);
    });
    assert.deepEqual(taken, [[15], [20]]);
  });

  test("gives what evaluation gives, for any expression", () => {
    fc.assert(
      fc.property(expressions, text => {
        const compiled = compile(parseExpression(text).expression);
        const { root, ...evaluation } = explain(compiled, attributes, stillWorld);
        assert.deepEqual(evaluation, evaluate(compiled, attributes, stillWorld));
        assert.equal(root.expression.span, compiled.span);
      }),
      { numRuns: 400, seed: 11 },
    );
  });
});
