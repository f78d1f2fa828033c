import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { parseProvmap } from "../../../server/src/language/provmap/parse.ts";
import type { Block } from "../../../server/src/language/provmap/tree.ts";
import { englishTold } from "../../harness/pseudo.ts";

const sample = readFileSync(new URL("../../../samples/contoso/servicenow.provmap", import.meta.url), "utf8");

/** A line of a mapping, between two lines that must not suffer. */
const inMapping = (line: string) => `mapping "Users" {\n  source: User\n${line}\n  title <- [jobTitle]\n}\n`;

function membersOf(text: string): readonly string[] {
  const [block] = parseProvmap(text).file.blocks;
  assert.equal(block?.kind, "MappingBlock");
  return block.members.map(member =>
    member.kind === "AttributeMappingStatement"
      ? `${member.target.text} <- ${member.source.kind}`
      : `${member.kind} ${member.name.text}`,
  );
}

const mistakes: readonly (readonly [line: string, place: string, message: string])[] = [
  ["userName <-", "<-", "Write what flows into 'userName': an attribute, a string, a function call or none."],
  [
    'userName <- default "x"',
    "<-",
    "Write what flows into 'userName': an attribute, a string, a function call or none.",
  ],
  ["userName", "userName", "'userName' does not belong here: write 'target <- source', a property or a filter."],
  ["userName [mail]", "userName", "Write '<-' between 'userName' and its source."],
  ['userName <- Join(" ", [givenName], [surname]', "Join", "Close the call of 'Join' with ')'."],
  ['userName <- Join(" ", [giv', "[giv", "Close the attribute 'giv' with ']'."],
  ['userName <- "abc', '"abc', "Close the string with '\"'."],
  ['userName <- Join("abc, [givenName])', '"abc, [givenName])', "Close the string with '\"'."],
  ["userName <- [a] [b]", "[b]", "'[b]' does not belong here: write 'target <- source', a property or a filter."],
  [
    "userName <- Left([a], 3)) match 1",
    ")",
    "')' does not belong here: write 'target <- source', a property or a filter.",
  ],
  ["userName <- [a] match", "match", "Write a matching precedence behind 'match': match 1."],
  ["userName <- [a] default", "default", "Write a string behind 'default': default \"value\"."],
  ["userName <- [a] on", "on", "Write 'on create'."],
  [
    'userName <- IIF([a] = /* why */ "b", 1, 2)',
    "/* why */",
    "Move the comment out of the expression: Entra's expressions have none.",
  ],
  ["target:", ":", "Write a value for 'target'."],
  ['filter "x" {\n    department\n  }', "department", "Write an operator and a value behind 'department'."],
  ['filter "x" {\n    department EQUALS "a"', "filter", "Close the block with '}'."],
  ["}", "}", "Remove the '}': the mapping goes on behind it."],
  ["@@@ ??? ;;", "@", "'@' does not belong here: write 'target <- source', a property or a filter."],
];

const fileMistakes: readonly (readonly [text: string, message: string])[] = [
  ["appl", "'appl' does not belong here: write an application, mapping, attributes or test block."],
  ['mapping "A"', "Open the block with '{'."],
  ['mapping "A" {', "Close the block with '}'."],
  ['mapping "A" { a <- [b]\nmapping "B" { c <- [d] }', "Close the block with '}'."],
  ["mapping { }", "Name the mapping."],
  ["}", "Remove the '}': no block is open."],
  ['test "x" { expect }', "Write what is expected: create, update, disable, delete, skip or fail."],
  ['test "x" { user: { a: "b" }', "Close the block with '}'."],
  ['attributes "X" { a: String }', "Write 'source' or 'target' behind 'attributes'."],
  ['application "A" { authentication: bearer secret() }', 'Write the name of the secret: secret("name").'],
];

suite("parseProvmap", () => {
  test("reads the sample without a problem", () => {
    assert.deepEqual(parseProvmap(sample).problems, []);
  });

  for (const [line, place, message] of mistakes) {
    test(`tells one mistake of ${JSON.stringify(line)} and keeps the lines around it`, () => {
      const text = inMapping(`  ${line}`);
      const found = parseProvmap(text).problems.map(({ span, message: told }) => [
        text.slice(span.start, span.end),
        told,
      ]);
      assert.deepEqual(found, [[place, message]]);
      assert.equal(membersOf(text).at(0), "Property source");
      assert.equal(membersOf(text).at(-1), "title <- AttributeReference");
    });
  }

  for (const [text, message] of fileMistakes) {
    test(`tells one mistake of ${JSON.stringify(text)}`, () => {
      assert.deepEqual(
        parseProvmap(text).problems.map(problem => problem.message),
        [message],
      );
    });
  }

  test("tells mistakes in the person's language", () => {
    const deep = `test "x" { user: ${"{ a: ".repeat(201)}`;
    const texts = [...mistakes.map(([line]) => inMapping(line)), ...fileMistakes.map(([text]) => text), deep];
    assert.deepEqual(
      englishTold(() => texts.flatMap(text => parseProvmap(text).problems.map(({ message }) => message))),
      [],
    );
  });

  test("reads names that are words of the language as targets", () => {
    const lines = [
      "filter <- [a]",
      "match <- [b]",
      "default <- [c]",
      "none <- none",
      "mapping <- [d]",
      "secret <- [e]",
    ];
    assert.deepEqual(membersOf(`mapping "A" { ${lines.join("\n")} }`), [
      "filter <- AttributeReference",
      "match <- AttributeReference",
      "default <- AttributeReference",
      "none <- NoSource",
      "mapping <- AttributeReference",
      "secret <- AttributeReference",
    ]);
  });

  test("reads paths, URNs and quoted names as targets", () => {
    const targets = [
      'emails[type eq "work"].value',
      "name.givenName",
      'roles[primary eq "True"].value',
      "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User:department",
    ];
    const text = `mapping "A" { ${targets.map(target => `${target} <- [x]`).join(" ")} "cost \\"centre\\"" <- [y] }`;
    assert.deepEqual(
      membersOf(text),
      [...targets, 'cost "centre"'].map(target => `${target} <- AttributeReference`),
    );
  });

  test("takes a comparison with a negative number for no arrow", () => {
    const text = inMapping('  a <- IIF(DateDiff("d", [x], Now())<-14, "1", "2")');
    assert.deepEqual(parseProvmap(text).problems, []);
  });

  test("reads clauses with every shape of operator", () => {
    const text = `mapping "A" { filter "f" {
      a EQUALS "x" b NOT EQUALS "y" c IS TRUE d IS NOT NULL e REGEX MATCH "^z$" f NOT REGEX MATCH "q"
      g Greater_Than 5 h & "1" i !& "2" "cost centre" IS NULL j EQUALS bare k EQUALS
    } }`;
    const [block] = parseProvmap(text).file.blocks;
    const filter = block?.kind === "MappingBlock" ? block.members[0] : undefined;
    assert.equal(filter?.kind, "FilterBlock");
    assert.deepEqual(
      filter.clauses.map(clause => [clause.attribute.text, clause.operator.text, clause.value?.text]),
      [
        ["a", "EQUALS", "x"],
        ["b", "NOT EQUALS", "y"],
        ["c", "IS TRUE", undefined],
        ["d", "IS NOT NULL", undefined],
        ["e", "REGEX MATCH", "^z$"],
        ["f", "NOT REGEX MATCH", "q"],
        ["g", "Greater_Than", "5"],
        ["h", "&", "1"],
        ["i", "!&", "2"],
        ["cost centre", "IS NULL", undefined],
        ["j", "EQUALS", "bare"],
        ["k", "EQUALS", undefined],
      ],
    );
  });

  test("reads the values of tests", () => {
    const text = `test "t" { user: "ada" with { a: ["x", "y"], b: [], c: [true, Admin] d: { e: 1 } } existing: none expect skip { reason: "r" } }`;
    const { file, problems } = parseProvmap(text);
    assert.deepEqual(problems, []);
    const block = file.blocks[0] as Extract<Block, { kind: "TestBlock" }>;
    const changes = block.entries[0]?.changes?.members.map(({ name, value }) =>
      value?.kind === "ListValue" ? [name.text, value.items.length] : [name.text, value?.kind],
    );
    assert.deepEqual(changes, [
      ["a", 2],
      ["b", 0],
      ["c", 2],
      ["d", "ObjectValue"],
    ]);
  });
});

const fragments = fc.constantFrom(
  "{",
  "}",
  "(",
  ")",
  "[",
  "]",
  '"',
  ",",
  ":",
  "<-",
  "match",
  "filter",
  "mapping",
  "test",
  "expect",
  "//",
  "/*",
  "*/",
  "&",
  "é",
  "\n",
  "\r\n",
  "\0",
  "\ud800",
);

suite("any edit of the sample", () => {
  test("is read without throwing, with every block and problem inside the text", () => {
    const edits = fc.array(fc.tuple(fc.nat(sample.length), fc.nat(40), fc.oneof(fc.constant(""), fragments)), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(edits, list => {
        const text = list.reduce(
          (before, [at, drop, piece]) => before.slice(0, at) + piece + before.slice(at + drop),
          sample,
        );
        const { file, problems } = parseProvmap(text);
        for (const { span } of [...file.blocks, ...problems]) {
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= text.length);
        }
      }),
      { numRuns: 500, seed: 21 },
    );
  });

  test("by deleting one character costs at most three problems", () => {
    for (let at = 0; at < sample.length; at += 3) {
      const text = sample.slice(0, at) + sample.slice(at + 1);
      const { problems } = parseProvmap(text);
      assert.ok(
        problems.length <= 3,
        `${problems.length} problems without ${JSON.stringify(sample[at])} at ${at}: ${JSON.stringify(problems)}`,
      );
    }
  });
});
