import assert from "node:assert/strict";
import { excerpt } from "../../../server/src/cli/text/excerpt.ts";

/** The excerpt around the text between « and ». */
function excerptOf(marked: string): string {
  const start = marked.indexOf("«");
  const end = marked.indexOf("»") - 1;
  assert.ok(start >= 0 && end >= start, "the text marks one span");
  return excerpt(marked.replace(/[«»]/g, ""), { start, end }).join("\n");
}

suite("excerpt", () => {
  test("carets stand under the span", () =>
    assert.equal(excerptOf('Append([a] «"x"»)'), 'Append([a] "x")\n           ^^^'));

  test("an empty span has one caret", () => assert.equal(excerptOf("Append(«»"), "Append(\n       ^"));

  test("only the line of the span is shown", () =>
    assert.equal(excerptOf("Join(\n  [a],\n  «x»,\n  [b])"), "  x,\n  ^"));

  test("a span over several lines is marked to the end of its first", () =>
    assert.equal(excerptOf("«Join(\n[a])»"), "Join(\n^^^^^"));

  test("a tab keeps the caret in its place", () => assert.equal(excerptOf("\t«x»"), "\\tx\n  ^"));

  test("of a long line, what is around the span is shown", () => {
    const [line = "", carets = ""] = excerptOf(`${"a".repeat(500)}«!»${"b".repeat(500)}`).split("\n");
    assert.equal(line.length, 120);
    assert.equal(line[carets.indexOf("^")], "!");
    assert.ok(line.startsWith("…") && line.endsWith("…"));
  });
});
