import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { formatProvmap } from "../../../server/src/language/provmap/format.ts";
import { parseProvmap } from "../../../server/src/language/provmap/parse.ts";

const sample = readFileSync(new URL("../../../samples/contoso/servicenow.provmap", import.meta.url), "utf8");

const table: readonly (readonly [what: string, before: string, after: string])[] = [
  [
    "one statement a line",
    'mapping "M"{source:User a<-[b] c<-"d"}',
    'mapping "M" {\n  source: User\n  a <- [b]\n  c <- "d"\n}\n',
  ],
  ["one blank line between blocks", 'mapping "A" {}\n\n\n\nmapping "B" {}', 'mapping "A" {\n}\n\nmapping "B" {\n}\n'],
  [
    "filters apart from their neighbours",
    'mapping "M" { source: User filter F { a equals "x" } b <- [c] }',
    'mapping "M" {\n  source: User\n\n  filter "F" {\n    a EQUALS "x"\n  }\n\n  b <- [c]\n}\n',
  ],
  [
    "operators in Graph's spelling",
    'mapping "M" { filter "F" { a Greater_Than 5 b is not null } }',
    'mapping "M" {\n  filter "F" {\n    a GREATER_THAN 5\n    b IS NOT NULL\n  }\n}\n',
  ],
  [
    "names bare where they can be",
    'mapping "M" { "userName" <- [a] "cost centre" <- [b] }',
    'mapping "M" {\n  userName <- [a]\n  "cost centre" <- [b]\n}\n',
  ],
  [
    "modifiers in one order",
    'mapping "M" { a <- [b] on create default "x" match 1 }',
    'mapping "M" {\n  a <- [b] match 1 default "x" on create\n}\n',
  ],
  [
    "omitted arguments between commas",
    'mapping "M" { a <- Replace([b],"-",,,"_",,) }',
    'mapping "M" {\n  a <- Replace([b], "-", , , "_", , )\n}\n',
  ],
  [
    "comments where they stood",
    '// one\nmapping "M" { // two\n a <- [b] // three\n // four\n}\n// five',
    '// one\nmapping "M" { // two\n  a <- [b] // three\n  // four\n}\n// five\n',
  ],
  [
    "single blank lines inside a mapping",
    'mapping "M" {\n  a <- [b]\n\n\n  c <- [d]\n}',
    'mapping "M" {\n  a <- [b]\n\n  c <- [d]\n}\n',
  ],
  [
    "backslashes as they were",
    String.raw`mapping "M" { a <- Replace([b], , "\d+", , "", , ) }`,
    `mapping "M" {\n  a <- Replace([b], , "\\d+", , "", , )\n}\n`,
  ],
  [
    "secrets behind the kind of authentication",
    "application A { authentication:bearer secret(tok) }",
    'application "A" {\n  authentication: bearer secret("tok")\n}\n',
  ],
  [
    "strings on several lines as they are",
    'mapping "M" { a<-Join(  "one\n  two", [b],[c] )match 1 }',
    'mapping "M" {\n  a <- Join("one\n  two", [b], [c]) match 1\n}\n',
  ],
  [
    "such strings with Windows line ends",
    'mapping "M" {\r\na<-Join("x\r\ny",[b])\r\n}\r\n',
    'mapping "M" {\r\n  a <- Join("x\r\ny", [b])\r\n}\r\n',
  ],
  ["Windows line ends", 'mapping "M" {\r\na <- [b]\r\n}\r\n', 'mapping "M" {\r\n  a <- [b]\r\n}\r\n'],
  [
    "long calls one argument a line",
    `mapping "M" { displayName <- Replace(Join(" - ", [givenName], [surname], [department]), , "^(?<first>[A-Z]+).*$", "first", "", , ) match 2 }`,
    `mapping "M" {\n  displayName <- Replace(\n    Join(" - ", [givenName], [surname], [department]), ,\n    "^(?<first>[A-Z]+).*$",\n    "first",\n    "", ,\n  ) match 2\n}\n`,
  ],
];

suite("formatProvmap", () => {
  for (const [what, before, after] of table) {
    test(`writes ${what}`, () => {
      assert.equal(formatProvmap(before), after);
      assert.equal(formatProvmap(after), after);
    });
  }

  test("leaves the sample as it is", () => {
    assert.equal(formatProvmap(sample), sample);
  });

  test("leaves a text with a syntax problem untouched", () => {
    const text = 'mapping "M" {   a <- Join( }';
    assert.equal(formatProvmap(text), text);
  });

  test("is stable and loses no comment for any blanks and line ends", () => {
    const blanks = fc.constantFrom(" ", "  ", "\n", "\n\n", "\n\n\n", "\t", " // c\n", " /* d */ ");
    const pieces = sample.split(/(?<=[{},])\s+|\n\s*/).filter(piece => piece !== "" && !piece.startsWith("//"));
    fc.assert(
      fc.property(fc.infiniteStream(blanks), stream => {
        const text = pieces.map(piece => piece + stream.next().value).join("");
        const once = formatProvmap(text);
        assert.equal(formatProvmap(once), once);
        const told = parseProvmap(text);
        if (told.problems.length === 0)
          assert.equal(parseProvmap(once).file.comments.length, told.file.comments.length);
      }),
      { numRuns: 100, seed: 31 },
    );
  });
});
