import assert from "node:assert/strict";
import fc from "fast-check";
import { type Item, type JsonEditor, jsonEditor } from "../../../server/src/language/graph/edit.ts";
import { elements, type JsonNode, type JsonTree, member } from "../../../server/src/language/graph/json.ts";
import { scanJson } from "../../../server/src/language/graph/scan.ts";
import type { JsonValue } from "../../../server/src/language/graph/style.ts";

/** The file after changes. `at` leads to a value by the names and indexes on the way. */
function edited(
  file: string,
  change: (editor: JsonEditor, at: (...path: (string | number)[]) => JsonNode) => void,
): string {
  const tree = scanJson(file);
  const editor = jsonEditor(tree);
  change(editor, (...path) => path.reduce<JsonNode>((node, step) => child(tree, node, step), 0));
  return editor.applyTo(file);
}

function child(tree: JsonTree, node: JsonNode, step: string | number): JsonNode {
  const found = typeof step === "string" ? member(tree, node, step) : elements(tree, node)[step];
  assert.ok(found !== undefined, String(step));
  return found;
}

const broken = `{
    "list": [
        {"a": 1},
        {"a": 2},
        {"a": 3}
    ],
    "none": [],
    "object": { "x" : 1.0, "y" : [1,2] }
}
`;

suite("A change of JSON", () => {
  test("touches nothing else: unknown members, odd blanks and the form of numbers stay", () => {
    assert.equal(
      edited(broken, (editor, at) => editor.setMember(at("object"), "x", 2)),
      broken.replace("1.0", "2"),
    );
  });

  test("to what is already there changes nothing, however it is written", () => {
    const file = '{"n": 1.50e1, "s": "\\u0041\\/", "t": true, "z": null, "o": {"unknown": 1, "l": [ 1 ]}}';
    const value = { n: 15, s: "A/", t: true, z: null, o: { l: [1] } };
    assert.equal(
      edited(file, (editor, at) => {
        for (const [name, inner] of Object.entries(value)) editor.setMember(at(), name, inner);
      }),
      file,
    );
  });

  const arrangements: readonly (readonly [what: string, (list: readonly JsonNode[]) => readonly Item[], string])[] = [
    ["removes the first", ([, b, c]) => kept(b, c), '[\n        {"a": 2},\n        {"a": 3}\n    ]'],
    ["removes the last", ([a, b]) => kept(a, b), '[\n        {"a": 1},\n        {"a": 2}\n    ]'],
    ["removes all but one", ([, b]) => kept(b), '[\n        {"a": 2}\n    ]'],
    ["removes all", () => [], "[]"],
    [
      "adds in the middle",
      ([a, b, c]) => [...kept(a), { added: { a: 9 } }, ...kept(b, c)],
      '[\n        {"a": 1},\n        {\n            "a": 9\n        },\n        {"a": 2},\n        {"a": 3}\n    ]',
    ],
    [
      "adds at both ends, and removes",
      ([, b]) => [{ added: 0 }, ...kept(b), { added: "x" }, { added: null }],
      '[\n        0,\n        {"a": 2},\n        "x",\n        null\n    ]',
    ],
    ["changes all", () => [{ added: 1 }], "[\n        1\n    ]"],
  ];
  for (const [what, items, list] of arrangements) {
    test(`${what} of a list`, () => {
      const start = broken.indexOf("[");
      const end = broken.indexOf('],\n    "none"') + 1;
      const tree = scanJson(broken);
      const array = child(tree, 0, "list");
      assert.equal(
        edited(broken, editor => editor.arrange(array, items(elements(tree, array)))),
        broken.slice(0, start) + list + broken.slice(end),
      );
    });
  }

  test("fills what was empty as the rest of the file is laid out", () => {
    assert.equal(
      edited(broken, (editor, at) => editor.setMember(at(), "none", [{ a: [] }])),
      broken.replace('"none": []', '"none": [\n        {\n            "a": []\n        }\n    ]'),
    );
    assert.equal(
      edited('{"a":[],"b":{}}', (editor, at) => {
        editor.setMember(at(), "a", [1, { x: 1, y: 2 }]);
        editor.setMember(at("b"), "c", "d");
      }),
      '{"a":[1, {"x":1, "y":2}],"b":{"c":"d"}}',
    );
  });

  test("takes no line in a string for one of the file", () => {
    assert.equal(
      edited('{\n "a": "x\\n    y", "b": {}}', (editor, at) => editor.setMember(at("b"), "c", 1)),
      '{\n "a": "x\\n    y", "b": {\n  "c": 1\n }}',
    );
  });

  test("adds members behind the others, with the colons and line ends of the file", () => {
    assert.equal(
      edited('{\r\n\t"a" : 1\r\n}', (editor, at) => {
        editor.setMember(at(), "b", { c: "\n" });
        editor.setMember(at(), "d", false);
      }),
      '{\r\n\t"a" : 1,\r\n\t"b" : {\r\n\t\t"c" : "\\n"\r\n\t},\r\n\t"d" : false\r\n}',
    );
  });

  test("merges into objects and lists that are there", () => {
    const file = '{"source": {"type": "Attribute", "extra": 1, "parameters": [{"key": "a"}, {"key": "b"}]}}';
    const value = { type: "Function", parameters: [{ key: "c", value: "v" }] };
    assert.equal(
      edited(file, (editor, at) => editor.setMember(at(), "source", value)),
      '{"source": {"type": "Function", "extra": 1, "parameters": [{"key": "c", "value": "v"}]}}',
    );
  });

  test("gives the value that was asked for, in any layout", () => {
    const value = fc.jsonValue({ maxDepth: 3 }) as fc.Arbitrary<JsonValue>;
    const indent = fc.constantFrom("", " ", "\t", "    ");
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), value),
        value,
        indent,
        fc.boolean(),
        (before, after, indentation, crlf) => {
          const text = JSON.stringify({ ...before, target: null }, null, indentation);
          const file = crlf ? text.replaceAll("\n", "\r\n") : text;
          const result = edited(file, (editor, at) => editor.setMember(at(), "target", after));
          assert.deepEqual(JSON.parse(result), JSON.parse(JSON.stringify({ ...before, target: after })));
          if (indentation !== "")
            assert.equal(result.replaceAll("\r\n", "\n"), JSON.stringify(JSON.parse(result), null, indentation));
        },
      ),
    );
  });
});

function kept(...nodes: readonly (JsonNode | undefined)[]): readonly Item[] {
  return nodes.flatMap(node => (node === undefined ? [] : [{ kept: node }]));
}
