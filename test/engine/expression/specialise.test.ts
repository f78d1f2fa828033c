import assert from "node:assert/strict";
import fc from "fast-check";
import { compile } from "../../../server/src/engine/expression/compile.ts";
import { evaluate } from "../../../server/src/engine/expression/evaluate.ts";
import type { Value } from "../../../server/src/functions/values.ts";
import { parseExpression } from "../../../server/src/language/expression/parse.ts";
import type { Expression } from "../../../server/src/language/expression/tree.ts";
import { stillWorld } from "../world.ts";
import { attributes, expressions } from "./expressions.ts";

/** The same expression with its strings in attributes of the object, so that nothing is known before there is one. */
function withoutConstants(expression: Expression, object: Map<string, Value>): Expression {
  const again = (part: Expression) => withoutConstants(part, object);
  switch (expression.kind) {
    case "Call":
      return { ...expression, arguments: expression.arguments.map(again) };
    case "BinaryOperation":
      return { ...expression, left: again(expression.left), right: again(expression.right) };
    case "StringLiteral": {
      // An empty attribute compares as an absent one, which "" does not.
      if (expression.value === "") return expression;
      const text = `constant ${object.size}`;
      object.set(text, expression.value);
      return { kind: "AttributeReference", name: text, nameStart: expression.span.start, span: expression.span };
    }
    default:
      return expression;
  }
}

function bothWays(text: string, input: Iterable<readonly [string, Value]>) {
  const { expression } = parseExpression(text);
  const object = new Map(input);
  const generic = compile(withoutConstants(expression, object));
  return [evaluate(compile(expression), object, stillWorld), evaluate(generic, object, stillWorld)] as const;
}

const manyKeys = Array.from({ length: 40 }, (_, index) => `"k${index}", "v${index}"`).join(", ");

const inputs: readonly Value[] = [
  null,
  "",
  "a",
  "A",
  "k7",
  "k39",
  "10",
  " 9.0",
  "True",
  true,
  9,
  ["a", "b"],
  [],
  "Zoë",
];

const texts: readonly string[] = [
  'Switch([x], "none", "a", "1", "A", "2", "a", "3")',
  `Switch([x], "none", ${manyKeys}, "k7", "again")`,
  'Switch([x], [x], "a", ToUpper("b"), Item([x], 9), "2")',
  'Switch("a", , "a", [x])',
  'IIF([x] = "a", "1", "2")',
  'IIF([x] <> "a", "1", "2")',
  'IIF([x] = "9", "1", "2")',
  'IIF([x] > "9", "1", "2")',
  'IIF([x] <= "a", [x], Item([x], 9))',
  'IIF("a" = [x], "1", "2")',
  'IIF("9" = "9.0", "1", "2")',
  'ToLower([x], "tr-TR")',
  'ToUpper([x], "xx-invalid-xx")',
  'Replace([x], "a", , , "b", , )',
  'Replace([x], "a", , , [x], , )',
  'Replace([x], "%", , , , , "<%>")',
  'Replace([x], , "[a-k]", , "<$0>", , )',
  'Replace([x], , "[a-k]", , "$$", , )',
  'Replace([x], , "(?<g>[a-k])", "g", "$1", , )',
  'Replace([x], , "x*(?<g>[a-k])", "g", "-", , )',
  'Replace([x], , "(?<g>a)", "g", [x], , )',
  'Replace([x], , "(?<g>a)", "h", "b", , )',
  'Replace([x], , "(?<g>a", "g", "b", , )',
  'Replace([x], , "(?<g>[a-z]+)", "g", , [x], )',
  'Replace([x], , "a", , , , )',
  'Join("-", [x], "b", [x])',
  'Join([x], "a", "b")',
  'Coalesce([x], "b")',
  'Append([x], "b")',
  'Append("b", [x])',
  'Left([x], "1")',
  'Left([x], "no number")',
  'Item([x], "1")',
  'Split([x], "a")',
  'DateAdd("d", "1", "2026-03-02")',
  'Append(Append("a", "b"), Now())',
];

suite("what is known beforehand", () => {
  for (const text of texts) {
    test(`changes nothing about ${text.slice(0, 80)}`, () => {
      for (const x of inputs) {
        const [known, generic] = bothWays(text, [["x", x]]);
        assert.deepEqual(known, generic, JSON.stringify(x));
      }
    });
  }

  test("changes nothing about any expression", () => {
    fc.assert(
      fc.property(expressions, text => {
        const [known, generic] = bothWays(text, attributes);
        assert.deepEqual(known, generic);
      }),
      { numRuns: 1000, seed: 5 },
    );
  });

  test("is a call of constants, which is then one itself", () => {
    assert.equal(compile(parseExpression('Append(ToUpper("a"), 5)').expression).node.constant, "A5");
  });

  test("is nothing that asks the clock, chance, an option or the provisioning job, that fails, or that is long", () => {
    const asking = ["Now()", "Guid()", 'Append(NULL, "a")', "ToUpper(%DomainFQDN%)", 'Left("a", "b")', 'Error("a")'];
    const long = `Replace("${"a".repeat(100)}", "a", , , "${"b".repeat(100)}", , )`;
    for (const text of [...asking, long]) {
      assert.equal(compile(parseExpression(text).expression).node.constant, undefined, text);
    }
  });
});
