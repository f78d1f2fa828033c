import assert from "node:assert/strict";
import fc from "fast-check";
import { readCsv } from "../../../server/src/connectors/directory/csv.ts";
import { allOf, cutText } from "./blocks.ts";

const rowsOf = (text: string, every = 1) => allOf(readCsv(cutText(text, every)), "rows");

suite("readCsv", () => {
  const forms: readonly (readonly [what: string, text: string, rows: readonly (readonly string[])[]])[] = [
    [
      "plain rows",
      "a,b\n1,2\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "rows that end with CRLF",
      "a,b\r\n1,2\r\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "a last line without an end",
      "a,b\n1,2",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "blank lines, which are left out",
      "a,b\n\n1,2\r\n\r\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "empty fields",
      "a,b,c\n,,\n",
      [
        ["a", "b", "c"],
        ["", "", ""],
      ],
    ],
    [
      "quotes",
      'a,b\n"1","2"\r\n',
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "a separator in quotes",
      'a,b\n"x, y",2\n',
      [
        ["a", "b"],
        ["x, y", "2"],
      ],
    ],
    [
      "doubled quotes",
      'a,b\n"say ""hi""",""""\n',
      [
        ["a", "b"],
        ['say "hi"', '"'],
      ],
    ],
    [
      "line breaks in quotes",
      'a,b\n"x\r\ny\n",2\n3,4\n',
      [
        ["a", "b"],
        ["x\r\ny\n", "2"],
        ["3", "4"],
      ],
    ],
    [
      "an empty field in quotes",
      'a,b\n"",""\n',
      [
        ["a", "b"],
        ["", ""],
      ],
    ],
    [
      "semicolons",
      'a;b\n1,5;"x;y"\n',
      [
        ["a", "b"],
        ["1,5", "x;y"],
      ],
    ],
    [
      "tabs",
      "a\tb\n1;2\t3,4\n",
      [
        ["a", "b"],
        ["1;2", "3,4"],
      ],
    ],
    [
      "a header with commas in quotes",
      '"a,x,y";b\n1;2\n',
      [
        ["a,x,y", "b"],
        ["1", "2"],
      ],
    ],
    ["one column", "a\n1\n", [["a"], ["1"]]],
  ];
  for (const [what, text, rows] of forms) {
    test(`reads ${what}`, async () => {
      for (const every of [1, 2, 100]) assert.deepEqual(await rowsOf(text, every), rows, `${every} lines a block`);
    });
  }

  const mistakes: readonly (readonly [what: string, text: string, place: string, reason: RegExp, rest: number])[] = [
    [
      "a row with a field too few",
      "a,b\n1\n2,3\n",
      "2:1",
      /^the row has 1 field and the header 2\. .* a comma in it/,
      1,
    ],
    [
      "a row with a field too many",
      "a;b\n1;2;3\n",
      "2:1",
      /^the row has 3 fields and the header 2\. .* a semicolon in it/,
      0,
    ],
    ["a quote inside a field", 'a,b\n1,x"y\n2,3\n', "2:4", /^a quote stands inside a field without quotes\./, 1],
    ["something behind a quote", 'a,b\n"x" ,2\n2,3\n', "2:4", /^something follows the closing quote/, 1],
    ["a mistake behind lines in quotes", 'a,b\n"x\ny","z"z\n2,3\n', "3:7", /^something follows the closing quote/, 1],
    ["a quote that is never closed", 'a,b\n1,"x\n2,3\n4,5\n', "2:3", /^this quote is never closed\./, 2],
  ];
  for (const [what, text, place, reason, rest] of mistakes) {
    test(`leaves out ${what}, and tells where it is`, async () => {
      for (const every of [1, 2, 100]) {
        const [mistake, ...others] = await allOf(readCsv(cutText(text, every)), "unreadable");
        assert.deepEqual(others, []);
        assert.equal(`${mistake?.line}:${mistake?.column}`, place);
        assert.match(mistake?.reason ?? "", reason);
        assert.equal((await rowsOf(text, every)).length, rest + 1, "the header and the other rows are read");
      }
    });
  }

  test("knows the line of each row", async () => {
    const lines = await allOf(readCsv(cutText('a,b\n"x\n\ny",1\n\n2,3\n', 2)), "lines");
    assert.deepEqual(lines, [1, 2, 6]);
  });

  test("reads what was written by the rules, whatever it is and wherever the blocks are cut", async () => {
    const field = fc.oneof(fc.string({ maxLength: 6 }), fc.constantFrom(",", '"', "\n", "\r\n", '"",', "é\n😀", ""));
    const table = fc.integer({ min: 2, max: 4 }).chain(width => {
      const row = fc.array(field, { minLength: width, maxLength: width });
      return fc.array(row, { minLength: 1, maxLength: 8 });
    });
    await fc.assert(
      fc.asyncProperty(
        table,
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom("\n", "\r\n"),
        async (rows, every, end) => {
          const header = rows[0]?.map((_, index) => `c${index}`) ?? [];
          const text = [header, ...rows].map(row => row.map(written).join(",") + end).join("");
          assert.deepEqual(await rowsOf(text, every), [header, ...rows]);
        },
      ),
      { numRuns: 300, seed: 7 },
    );
  });
});

function written(field: string): string {
  return /[",\n\r]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
