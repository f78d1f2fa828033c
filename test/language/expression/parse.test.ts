import assert from "node:assert/strict";
import fc from "fast-check";
import { longestText, parseExpression } from "../../../server/src/language/expression/parse.ts";
import { printExpression } from "../../../server/src/language/expression/print.ts";
import { type Expression, pathTo, walk } from "../../../server/src/language/expression/tree.ts";
import { englishTold } from "../../harness/pseudo.ts";

/** The tree in one line: calls by name, leaves by kind. */
function sketch(node: Expression): string {
  switch (node.kind) {
    case "Call":
      return `${node.name}(${node.arguments.map(sketch).join(" ")})`;
    case "BinaryOperation":
      return `(${sketch(node.left)} ${node.operator.text} ${sketch(node.right)})`;
    case "Parenthesized":
      return `paren(${sketch(node.inner)})`;
    case "AttributeReference":
      return `[${node.name}]`;
    case "StringLiteral":
      return `'${node.value}'`;
    case "NumberLiteral":
      return String(node.value);
    case "Constant":
      return node.text;
    case "JobParameter":
      return `%${node.name}%`;
    default:
      return node.kind.toLowerCase();
  }
}

const good: readonly (readonly [text: string, tree: string])[] = [
  ["[mail]", "[mail]"],
  ["[ mail ]", "[mail]"],
  ["[extension_0123_GroupDN]", "[extension_0123_GroupDN]"],
  [
    "[urn:ietf:params:scim:schemas:extension:contoso:1.0:User:JobCode]",
    "[urn:ietf:params:scim:schemas:extension:contoso:1.0:User:JobCode]",
  ],
  ['[emails[type eq "work"].value]', '[emails[type eq "work"].value]'],
  ["Now()", "Now()"],
  ["Now ( )", "Now()"],
  ['Append\n (\t[a]\r\n, "x")', "Append([a] 'x')"],
  [
    'Switch([IsSoftDeleted], , "False", "True", "True", "False")',
    "Switch([IsSoftDeleted] omitted 'False' 'True' 'True' 'False')",
  ],
  ['Replace([mail], "@x", , ,"", ,)', "Replace([mail] '@x' omitted omitted '' omitted omitted)"],
  ["ToLower([a], )", "ToLower([a] omitted)"],
  [String.raw`"a\\b\"c\d"`, String.raw`'a\b"c\d'`],
  ['"two\nlines"', "'two\nlines'"],
  ["Mid([a], 1, -2)", "Mid([a] 1 -2)"],
  ["BitAnd(&HF, &hF7&)", "BitAnd(15 247)"],
  ['DateAdd("d", 1.5, Now())', "DateAdd('d' 1.5 Now())"],
  ['InStr([a], "x", 1, vbTextCompare)', "InStr([a] 'x' 1 vbTextCompare)"],
  ['Join("@", [a], %DomainFQDN%)', "Join('@' [a] %DomainFQDN%)"],
  ['IIF([a]="x",[b],[c])', "IIF(([a] = 'x') [b] [c])"],
  ["IIF(Count([a]) >= 2, 1, 0)", "IIF((Count([a]) >= 2) 1 0)"],
  ['[a] & "x" & [b]', "(([a] & 'x') & [b])"],
  ['IIF([a] = "x" AND [b] <> "y", 1, 2)', "IIF(((([a] = 'x') AND [b]) <> 'y') 1 2)"],
  ["([a])", "paren([a])"],
  ["[a", "[a]"],
];

const bad: readonly (readonly [text: string, place: string, message: string])[] = [
  ["", "", "Write an expression: an attribute, a string or a function call."],
  ["   ", "   ", "Write an expression: an attribute, a string or a function call."],
  [")", ")", "An expression cannot begin with ')'."],
  ['Join(" ", [a] [b])', "[b]", "Separate the arguments with a comma."],
  ['Join(" ", [a, [b])', "[a", "Close the attribute 'a' with ']'."],
  ["Left(Join([a], 3", "Join", "Close the call of 'Join' with ')'."],
  ["Left([a], 3))", ")", "Remove what follows the expression: ')'."],
  ["[a] [b]", "[b]", "Remove what follows the expression: '[b]'."],
  ['"abc', '"abc', "Close the string with '\"'."],
  ["Append([a], “x”)", "“x”", 'Write straight quotes: "x".'],
  ["Join('x', [a])", "'", "Write strings in double quotes."],
  ["[a] =", "=", "Write a value behind '='."],
  ["()", "()", "Write an expression between the parentheses."],
  ["Left([a], {)", "{", "'{' is not part of an expression: write an attribute, a string or a function call."],
  ["Now() // today", "// today", "Remove the comment: Entra's expressions have none."],
  ["Left(/* x */ [a], 1)", "/* x */", "Remove the comment: Entra's expressions have none."],
];

suite("parseExpression", () => {
  for (const [text, tree] of good.slice(0, -1)) {
    test(`reads ${JSON.stringify(text)}`, () => {
      const { expression, problems } = parseExpression(text);
      assert.deepEqual([sketch(expression), problems], [tree, []]);
    });
  }

  for (const [text, place, message] of bad) {
    test(`tells one mistake of ${JSON.stringify(text)}`, () => {
      const found = parseExpression(text).problems.map(problem => [
        text.slice(problem.span.start, problem.span.end),
        problem.message,
      ]);
      assert.deepEqual(found, [[place, message]]);
    });
  }

  test("tells mistakes in the person's language", () => {
    const deep = "Trim(".repeat(201);
    const texts = [...bad.map(([text]) => text), deep, " ".repeat(longestText + 1)];
    assert.deepEqual(
      englishTold(() => texts.flatMap(text => parseExpression(text).problems.map(({ message }) => message))),
      [],
    );
  });

  test("keeps the arguments that are whole when a call is not closed", () => {
    assert.equal(sketch(parseExpression('Join(" ", [givenName], [sur').expression), "Join(' ' [givenName] [sur])");
  });

  test("closes a string that ends with an escaped quote where it prints it", () => {
    assert.equal(printExpression(parseExpression(String.raw`Trim("a\"`).expression), String.raw`Trim("a\\")`);
  });

  test("stands in for what cannot be an argument", () => {
    assert.equal(sketch(parseExpression("Left(=, 3)").expression), "Left(missing 3)");
  });

  test("refuses calls nested over 200 levels without losing the rest", () => {
    const depth = (levels: number) =>
      parseExpression(`${"Trim(".repeat(levels)}[a]${")".repeat(levels)}`).problems.length;
    assert.deepEqual([depth(200), depth(201) > 0], [0, true]);
  });

  test("answers in bounded time to a flood of parentheses and commas", () => {
    assert.ok(parseExpression("(".repeat(200_000)).problems.length > 0);
    assert.equal(parseExpression(`Join(${",".repeat(200_000)})`).problems.length, 0);
    assert.equal(parseExpression("(".repeat(longestText + 1)).problems.length, 1);
  });

  test("finds the nodes below a cursor, outermost first", () => {
    const text = 'Join(" ", Left([givenName], 1))';
    const kinds = pathTo(parseExpression(text).expression, text.indexOf("given")).map(node => node.kind);
    assert.deepEqual(kinds, ["Call", "Call", "AttributeReference"]);
  });

  test("gives the blank behind the last comma of an unclosed call to the omitted argument", () => {
    const text = 'Join(" ", ';
    assert.equal(pathTo(parseExpression(text).expression, text.length).at(-1)?.kind, "Omitted");
  });
});

const word = fc.constantFrom("Join", "Left", "a", "AND");
const leaf = fc.oneof(
  fc.constantFrom(
    "[mail]",
    "[a.b]",
    "1",
    "-2",
    "&HFF",
    '""',
    '"x"',
    String.raw`"\d\\"`,
    "vbTextCompare",
    "%Domain%",
    "Now()",
  ),
);
const tree: fc.Arbitrary<string> = fc.letrec<{ node: string }>(tie => ({
  node: fc.oneof(
    { depthSize: "small" },
    leaf,
    fc
      .tuple(
        fc.constantFrom("Join", "Switch", "IIF"),
        fc.array(fc.option(tie("node"), { nil: "" }), { minLength: 2, maxLength: 5 }),
      )
      .map(([name, list]) => `${name}(${list.join(", ")})`),
    fc.tuple(leaf, fc.constantFrom("=", "<>", "<=", ">"), leaf).map(parts => parts.join(" ")),
  ),
})).node;
const fragment = fc.oneof(
  word,
  leaf,
  fc.constantFrom("(", ")", ",", '"', "[", "]", "\\", "“", "=", "&", "//", "/*", "\n", "\0", "\ud800", "\u202e", "'"),
);

suite("any expression", () => {
  test("is printed so that it reads as the same tree, and printing is stable", () => {
    fc.assert(
      fc.property(tree, text => {
        const first = parseExpression(text);
        const printed = printExpression(first.expression);
        const second = parseExpression(printed);
        assert.deepEqual(
          [second.problems, sketch(second.expression), printExpression(second.expression)],
          [[], sketch(first.expression), printed],
        );
      }),
      { numRuns: 500, seed: 11 },
    );
  });

  test("is read without throwing, every child inside its parent and every problem inside the text", () => {
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 30 }), parts => {
        const text = parts.join("");
        const { expression, problems } = parseExpression(text);
        for (const { span } of problems)
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
        for (const node of walk(expression)) {
          assert.ok(expression.span.start <= node.span.start && node.span.end <= expression.span.end);
        }
      }),
      { numRuns: 2000, seed: 12 },
    );
  });

  test("that stands in a longer text is the same, so many units further on", () => {
    const moved = (read: unknown): unknown =>
      JSON.parse(JSON.stringify(read), (key, value) => {
        if (key === "separators") return value.map((comma: number) => comma + 7);
        return ["start", "end", "nameStart", "open", "close"].includes(key) ? value + 7 : value;
      });
    fc.assert(
      fc.property(fc.array(fragment, { maxLength: 30 }), parts => {
        const text = parts.join("");
        assert.deepEqual(JSON.parse(JSON.stringify(parseExpression(text, 7))), moved(parseExpression(text)));
      }),
      { numRuns: 500, seed: 13 },
    );
  });
});
