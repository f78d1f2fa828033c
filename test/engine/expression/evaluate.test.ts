import assert from "node:assert/strict";
import { compile } from "../../../server/src/engine/expression/compile.ts";
import { evaluate, toFlowValue } from "../../../server/src/engine/expression/evaluate.ts";
import type { Value } from "../../../server/src/functions/values.ts";
import { parseExpression } from "../../../server/src/language/expression/parse.ts";
import type { Expression } from "../../../server/src/language/expression/tree.ts";
import { stillWorld } from "../world.ts";

type Attributes = Readonly<Record<string, Value>>;

function run(text: string, attributes: Attributes = {}, world = stillWorld) {
  return evaluate(compile(parseExpression(text).expression), new Map(Object.entries(attributes)), world);
}

function flows(text: string, attributes: Attributes = {}) {
  const { outcome } = run(text, attributes);
  return outcome.kind === "value" ? toFlowValue(outcome.value) : outcome.kind;
}

function problem(text: string, attributes: Attributes = {}) {
  const { outcome } = run(text, attributes);
  assert.equal(outcome.kind, "problem", `${text} has no problem`);
  return outcome.kind === "problem"
    ? { message: outcome.message, place: text.slice(outcome.span.start, outcome.span.end) }
    : undefined;
}

suite("evaluation", () => {
  const values: readonly [text: string, attributes: Attributes, expected: ReturnType<typeof flows>][] = [
    ["[mail]", { mail: "ada@contoso.com" }, "ada@contoso.com"],
    ["[mail]", {}, null],
    ["[accountEnabled]", { accountEnabled: true }, "True"],
    ["[proxyAddresses]", { proxyAddresses: ["a", "b"] }, ["a", "b"]],
    ['"Employee"', {}, "Employee"],
    ["12", {}, "12"],
    ["007", {}, "007"],
    ["&HFF", {}, "255"],
    ["12345678901234567890", {}, "12345678901234567890"],
    ["vbTextCompare", {}, "vbTextCompare"],
    ["%DomainFQDN%", {}, "contoso.com"],
    ['Append([a], "x")', { a: "1" }, "1x"],
    ['Append([a], "x")', { a: ["1", "2"] }, ["1x", "2x"]],
    ['Append([a], "x")', { a: [] }, null],
    ["Append([a], 5)", { a: true }, "True5"],
    ['Append([a], "x")', {}, null],
    ['Left("abc", "2")', {}, "ab"],
    ['Switch([s], , "a", "1")', { s: "b" }, null],
    ['IIF([a] = "x", "yes", "no")', { a: "x" }, "yes"],
    ['IIF([a] <> "x", "yes", "no")', { a: "" }, "no"],
    ['IIF([a] > 5, "yes", "no")', { a: "10" }, "yes"],
    ['IIF([a] = "1", Left([a]), "no")', { a: "2" }, "no"],
    ['Append(IgnoreFlowIfNullOrEmpty([a]), "x")', {}, "ignored"],
  ];
  for (const [text, attributes, expected] of values) {
    test(`${text} with ${JSON.stringify(attributes)} gives ${JSON.stringify(expected)}`, () => {
      assert.deepEqual(flows(text, attributes), expected);
    });
  }

  const problems: readonly [text: string, attributes: Attributes, place: string, message: RegExp][] = [
    ["Lower([a])", {}, "Lower", /There is no function Lower\./],
    ["switch([a], 1, 2, 3)", {}, "switch", /case-sensitive: write Switch\./],
    ['Append([a], Append("b"))', {}, 'Append("b")', /^Append needs at least 2 arguments, not 1\.$/],
    ["Append([a], , )", {}, "Append([a], , )", /^Append takes at most 2 arguments, not 3\.$/],
    ['Append(, "b")', {}, 'Append(, "b")', /^Append needs its argument source\.$/],
    ['Switch([a], , "k", "v", "l")', {}, 'Switch([a], , "k", "v", "l")', /whole groups of key and value/],
    ['Left("abc", "x")', {}, 'Left("abc", "x")', /^Left: NumChars must be a whole number, not "x"\.$/],
    ['Append("x", [a])', { a: ["p", "q"] }, 'Append("x", [a])', /^Append: suffix takes one text, not a list of 2\./],
    ['Append("x", Item([a], 9))', { a: ["p"] }, "Item([a], 9)", /^Item: /],
    ["%Nothing%", {}, "%Nothing%", /not a setting of this provisioning job/],
    ['"a" & [b]', {}, "&", /Append or Join/],
    ["([a])", {}, "([a])", /Parentheses/],
    ["IIF([a] = , 1, 2)", {}, "", /missing/],
  ];
  for (const [text, attributes, place, message] of problems) {
    test(`${text} is a problem at ${place}`, () => {
      const found = problem(text, attributes);
      assert.match(found?.message ?? "", message);
      assert.equal(found?.place, place);
    });
  }

  test("an assumption is told once, and only where it had a part", () => {
    const text = 'Append(Append([a], "x"), "y")';
    assert.deepEqual(run(text).assumptions, ["nullStaysNull"]);
    assert.deepEqual(run(text, { a: "1" }).assumptions, []);
  });

  test("an absent attribute becomes the empty text where that is assumed", () => {
    const world = { ...stillWorld, assumptions: { ...stillWorld.assumptions, nullStaysNull: false } };
    assert.deepEqual(run('Append([a], "x")', {}, world).outcome, { kind: "value", value: "" });
  });

  test("nesting beyond the limit is a problem, not an exception", () => {
    const { expression } = parseExpression("Trim([a])");
    const nested = Array.from({ length: 300 }).reduce<Expression>(
      inner => ({ ...expression, arguments: [inner] }) as Expression,
      expression,
    );
    const { outcome } = evaluate(compile(nested), new Map(), stillWorld);
    assert.match(outcome.kind === "problem" ? outcome.message : outcome.kind, /nested deeper than 200 levels/);
  });

  test("a value that outgrows the machine is a problem, not an exception", () => {
    const grow = (inner: string) => `Replace(${inner}, "a", , , "${"a".repeat(2000)}", , )`;
    const text = grow(grow(grow('"a"')));
    assert.match(problem(text)?.message ?? "", /too large/);
  });

  test("one compiled expression serves many objects", () => {
    const compiled = compile(parseExpression('Append([a], "x")').expression);
    const results = ["1", "2"].map(a => evaluate(compiled, new Map([["a", a]]), stillWorld).outcome);
    assert.deepEqual(results, [
      { kind: "value", value: "1x" },
      { kind: "value", value: "2x" },
    ]);
  });
});
