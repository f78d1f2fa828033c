import assert from "node:assert/strict";
import { fileAround, problemsOf } from "../harness/ruleTests.ts";

suite("The part of a pattern that a problem is about", () => {
  const rows: readonly [line: string, marked: string][] = [
    ['title <- Replace([jobTitle], , "(a+)+$", , "", , )', "(a+)+"],
    [String.raw`title <- Replace([jobTitle], , "\\.(\\w+ ?)+$", , "", , )`, String.raw`(\\w+ ?)+`],
    [String.raw`title <- Replace([jobTitle], , "\"\\\\(a|\"|a)*\"$", , "", , )`, String.raw`(a|\"|a)*`],
    ['department REGEX MATCH "x(a+)+$"', "(a+)+"],
    [String.raw`department REGEX MATCH "\\.(\\w+ ?)+$"`, String.raw`(\\w+ ?)+`],
    [String.raw`department REGEX MATCH "\.(\w+ ?)+$"`, String.raw`(\w+ ?)+`],
  ];
  for (const [line, marked] of rows) {
    test(`${line} is marked at ${marked}`, () => {
      const text = fileAround(line);
      const problem = problemsOf(text).find(({ code }) => code === "regex-catastrophic");
      assert.equal(problem && text.slice(problem.span.start, problem.span.end), marked);
    });
  }

  test("is the whole string where only some of its backslashes are escaped", () => {
    const pattern = String.raw`"\.(\\w+ ?)+$"`;
    const text = fileAround(`department REGEX MATCH ${pattern}`);
    const problem = problemsOf(text).find(({ code }) => code === "regex-catastrophic");
    assert.equal(problem && text.slice(problem.span.start, problem.span.end), pattern);
  });
});
