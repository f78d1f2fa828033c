import assert from "node:assert/strict";
import fc from "fast-check";
import { elements, kindOf, kinds, spanOf, stringAt, stringOf } from "../../../server/src/language/graph/json.ts";
import { scanJson } from "../../../server/src/language/graph/scan.ts";
import { escaped } from "../../../server/src/language/graph/strings.ts";
import { largeSchema } from "../../harness/graphSchemas.ts";
import { jsonValue } from "../../harness/jsonValues.ts";
import { englishTold } from "../../harness/pseudo.ts";

const indents = fc.constantFrom("", "  ", "\t");
const json = fc
  .record({ value: fc.jsonValue({ stringUnit: "binary", depthSize: "medium" }), indent: indents, crlf: fc.boolean() })
  .map(({ value, indent, crlf }) => {
    const text = JSON.stringify(value, null, indent);
    return crlf ? text.replaceAll("\n", "\r\n") : text;
  });

/** A string's character, and how it stands in the file. */
const escapes: readonly (readonly [file: string, text: string])[] = [
  ['\\"', '"'],
  ["\\\\", "\\"],
  ["\\/", "/"],
  ["\\b", "\b"],
  ["\\f", "\f"],
  ["\\n", "\n"],
  ["\\r", "\r"],
  ["\\t", "\t"],
  ["\\u00e5", "å"],
  ["\\u00E5", "å"],
  ["\\uD83D\\uDE00", "😀"],
  ["\\uD83D", "\uD83D"],
  ["😀", "😀"],
  ["å", "å"],
  ["a", "a"],
];

suite("JSON is read", () => {
  test("as JSON.parse reads it", () => {
    fc.assert(
      fc.property(json, text => {
        const tree = scanJson(text);
        assert.equal(tree.problem, undefined);
        assert.deepEqual(jsonValue(tree), JSON.parse(text));
      }),
    );
  });

  test("with a byte order mark before it", () => {
    const tree = scanJson('\uFEFF{"a": 1}');
    assert.equal(tree.problem, undefined);
    assert.deepEqual(jsonValue(tree), { a: 1 });
    assert.deepEqual(spanOf(tree, 0), { start: 1, end: 9 });
  });

  test("with its members in order and the last of two of the same name", () => {
    assert.deepEqual(jsonValue(scanJson('{"a": 1, "b": 2, "a": 3}')), { a: 3, b: 2 });
  });

  for (const [file, text] of escapes) {
    test(`with ${file} in a string`, () => {
      const tree = scanJson(`["x${file}y", "z"]`);
      assert.equal(tree.problem, undefined);
      assert.deepEqual(jsonValue(tree), [`x${text}y`, "z"]);
    });
  }

  test("as a file of half a megabyte, of a megabyte and of five", () => {
    for (const mappings of [300, 600, 3000]) {
      const text = JSON.stringify(largeSchema(mappings), null, 2);
      assert.deepEqual(jsonValue(scanJson(text)), JSON.parse(text));
    }
  });
});

suite("Offsets of decoded strings and of the file", () => {
  test("belong to the same characters", () => {
    const string = fc.array(fc.constantFrom(...escapes), { maxLength: 12 });
    fc.assert(
      fc.property(fc.array(string, { maxLength: 6 }), strings => {
        const file = `[${strings.map(pieces => `"${pieces.map(([piece]) => piece).join("")}"`).join(", ")}]`;
        const { text, map } = scanJson(file);
        let inText = 1;
        let inFile = 1;
        for (const pieces of strings) {
          for (const [piece, character] of [['"', '"'] as const, ...pieces, ['"', '"'] as const]) {
            assert.equal(map.toFile(inText), inFile);
            assert.equal(map.toText(inFile), inText);
            assert.equal(text.slice(inText, inText + character.length), character);
            inFile += piece.length;
            inText += character.length;
          }
          inFile += 2;
          inText += 2;
        }
      }),
    );
  });

  test("inside an escape mean its character", () => {
    const { map } = scanJson('["a\\u0041b"]');
    assert.deepEqual(
      [2, 3, 4, 5, 8, 9, 10].map(offset => map.toText(offset)),
      [2, 3, 3, 3, 3, 4, 5],
    );
  });

  test("what is escaped for a string is read from it again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), text => {
        assert.deepEqual(jsonValue(scanJson(`["${escaped(text)}"]`)), [text]);
      }),
    );
  });

  test("lead to the string around them", () => {
    const tree = scanJson('{"name": "va\\"lue", "n": 12}');
    const around = Array.from({ length: tree.text.length + 1 }, (_, offset) => {
      const node = stringAt(tree, offset);
      return node === undefined ? "." : (stringOf(tree, node)?.text.charAt(0) ?? "");
    });
    assert.equal(around.join(""), ".." + "nnnnn" + "..." + "vvvvvvv" + "..." + "nn" + "......");
  });
});

suite("Broken JSON", () => {
  const mistakes: readonly (readonly [text: string, message: string, value: unknown])[] = [
    ['{"a" 1}', "Put a colon between the member's name and its value.", { a: 1 }],
    ['{"a": }', "Write a value for the member.", { a: undefined }],
    ['{"a": 1 "b": 2}', "Put a comma before the next member.", { a: 1, b: 2 }],
    ['{"a": 1,}', "Remove the comma before the bracket.", { a: 1 }],
    ["[1 2]", "Put a comma before the next value.", [1, 2]],
    ["[1,,2]", "Write a value before the comma.", [1, undefined, 2]],
    ['{"a": [1}', "Close what is open before this '}'.", { a: [1] }],
    ["[1]]", "Remove what follows the end of the JSON.", [1]],
    ["]", "Remove ']': nothing is open that it closes.", undefined],
    ['{"a": 1', "Close the object with '}'.", { a: 1 }],
    ["[1", "Close the array with ']'.", [1]],
    ["[nil]", "'nil' is no JSON value: texts stand in double quotes.", [undefined]],
    ["[01]", "'01' is no JSON value: texts stand in double quotes.", [undefined]],
    ["[\u00a0]", "'\u00a0' is no JSON value: texts stand in double quotes.", [undefined]],
    ['["a\\d"]', "Write '\\\\' for a backslash in a JSON string.", ["a\\d"]],
    ['{"a": "b\n, "c": 1}', "Close the string with a double quote.", { a: "b", c: 1 }],
    ['{"a": "b\r\n, "c": 1}', "Close the string with a double quote.", { a: "b", c: 1 }],
    ['["a\\"', "Close the string with a double quote.", ['a"']],
    ["{, 1: 2}", "Remove the comma.", { undefined: 2 }],
  ];
  for (const [text, message, value] of mistakes) {
    test(`${JSON.stringify(text)}: ${message}`, () => {
      const tree = scanJson(text);
      assert.equal(tree.problem?.message, message);
      assert.deepEqual(tree.size === 0 ? undefined : jsonValue(tree), value);
    });
  }

  test("is told of in the person's language", () =>
    assert.deepEqual(
      englishTold(() => mistakes.map(([text]) => scanJson(text).problem?.message ?? "")),
      [],
    ));

  test("always gives a whole tree: every value lies in what holds it", () => {
    const pieces = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      ",",
      ":",
      '"',
      '"a"',
      "1",
      "null",
      " ",
      "\n",
      "\\",
      "\\u00",
      "x",
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 30 }), parts => {
        const tree = scanJson(parts.join(""));
        for (let node = 0; node < tree.size; node++) {
          const { start, end } = spanOf(tree, node);
          assert.ok(start <= end && end <= tree.text.length);
          for (const inner of kindOf(tree, node) === kinds.array ? elements(tree, node) : []) {
            assert.ok(start <= spanOf(tree, inner).start && spanOf(tree, inner).end <= end);
          }
        }
      }),
    );
  });

  test("is a mistake exactly where JSON.parse finds one", () => {
    const pieces = fc.constantFrom("{", "}", "[", "]", ",", ":", '"a"', "1", "-0.5e3", "null", "true", " ");
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 8 }), parts => {
        const text = parts.join("");
        const tree = scanJson(text);
        assert.equal(tree.problem === undefined && tree.size > 0, isJson(text), text);
      }),
      { numRuns: 2000 },
    );
  });

  test("may nest a million levels deep, or close what was never opened", () => {
    for (const text of ["[".repeat(1e6), '{"a":'.repeat(1e6), "[".repeat(1e6) + "}".repeat(1e6), "}".repeat(1e6)]) {
      assert.notEqual(scanJson(text).problem, undefined);
    }
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
