import assert from "node:assert/strict";
import { junitXml } from "../../server/src/cli/junit.ts";
import { parseXml } from "../harness/xml.ts";

suite("command line: JUnit XML", () => {
  const names: readonly (readonly [name: string, shown: string])[] = [
    ["<a> & \"b\" 'c' ]]>", "<a> & \"b\" 'c' ]]>"],
    ["\u0000\n\t", "\\u0000\\n\\t"],
    ["\uD800 and \uFFFE", "\uFFFD and \uFFFD"],
    ["Zoë 𝒜", "Zoë 𝒜"],
  ];
  for (const [name, shown] of names) {
    test(`holds the name ${JSON.stringify(name)}`, () => {
      const tests = [{ name, outcome: "passed", line: 1, column: 1, expectations: [] }] as const;
      const { children } = parseXml(
        junitXml({ passed: 1, failed: 0, errors: 0, files: [{ file: "a.provmap", tests }] }),
      );
      assert.equal(children[0]?.children[0]?.attributes.name, shown);
    });
  }
});
