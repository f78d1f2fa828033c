import assert from "node:assert/strict";
import { coloured } from "../../../server/src/cli/text/paint.ts";
import { table } from "../../../server/src/cli/text/table.ts";

suite("table", () => {
  const rows = [
    ["userName", "[userPrincipalName]"],
    ["title", "-"],
  ];

  test("columns are aligned and lines have no blanks at their end", () =>
    assert.deepEqual(table(["target", "source"], rows), [
      "target    source",
      "userName  [userPrincipalName]",
      "title     -",
    ]));

  test("a narrow window cuts the widest column first", () =>
    assert.deepEqual(table(["target", "source"], rows, 24), [
      "target    source",
      "userName  [userPrincipa…",
      "title     -",
    ]));

  test("no column becomes narrower than eight", () =>
    assert.equal(table(["target", "source"], rows, 3)[1], "userName  [userPr…"));

  test("a cell can keep its ends", () =>
    assert.deepEqual(table(["target"], [[{ text: "urn:example:User:manager", keeps: "ends" }]], 17), [
      "target",
      "urn:exam…:manager",
    ]));

  test("a column that keeps all is not cut: the others give", () =>
    assert.deepEqual(
      table(["id", "name"], [[{ text: "aws-iam-identity-center", keeps: "all" }, "AWS IAM Identity"]], 36),
      ["id                       name", "aws-iam-identity-center  AWS IAM Id…"],
    ));

  test("control characters cannot break a row", () => assert.deepEqual(table(["a"], [["x\ny"]]), ["a", "x\\ny"]));

  test("tones do not count as width", () =>
    assert.deepEqual(table(["a", "b"], [[{ text: "x", tone: "bad" }, "y"]], 80, coloured), [
      "\u001b[2ma\u001b[22m  \u001b[2mb\u001b[22m",
      "\u001b[31mx\u001b[39m  y",
    ]));
});
