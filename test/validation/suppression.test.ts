import assert from "node:assert/strict";
import { fileAround, problemsOf } from "../harness/ruleTests.ts";

/** Two mappings of one attribute in another letter case: three problems, of which comments suppress some. */
const users = (above: string, between = "", at = "") =>
  [
    above,
    'mapping "Users" {',
    "  source: User",
    '  target: "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"',
    "  userName <- [userPrincipalName] match 1",
    `  title <- [JobTitle]${at}`,
    `  ${between}`,
    "  title <- Append(",
    "    [JobTitle],",
    '    "!"',
    "  )",
    "}",
  ].join("\n");

const all = ["attribute-case", "attribute-case", "duplicate-target"];

const cases: readonly (readonly [sentence: string, text: string, left: readonly string[]])[] = [
  ["Nothing is suppressed without a comment", users(""), all],
  [
    "A comment suppresses a rule in the statement behind it",
    users("", "// mapwright-disable-next-line duplicate-target"),
    ["attribute-case", "attribute-case"],
  ],
  [
    "A statement of several lines is suppressed whole",
    users("", "// mapwright-disable-next-line attribute-case"),
    ["attribute-case", "duplicate-target"],
  ],
  [
    "Several rules stand with commas between them, and a reason behind them",
    users("", "// mapwright-disable-next-line duplicate-target, attribute-case both are meant so"),
    ["attribute-case"],
  ],
  [
    "Comments above one another speak of the same statement",
    users(
      "",
      "// mapwright-disable-next-line duplicate-target\n  // The old list.\n  // mapwright-disable-next-line attribute-case",
    ),
    ["attribute-case"],
  ],
  [
    "A comment behind a statement speaks of the next one",
    users("", "", " // mapwright-disable-next-line duplicate-target"),
    ["attribute-case", "attribute-case"],
  ],
  [
    "A comment at the top suppresses a rule in the whole file",
    users("// mapwright-disable attribute-case"),
    ["duplicate-target"],
  ],
  [
    "A comment above a block speaks of its head alone",
    users("// mapwright-disable-next-line attribute-case, duplicate-target"),
    all,
  ],
  [
    "A comment for the whole file that stands below its top does nothing, and is told of",
    users("", "// mapwright-disable attribute-case"),
    [...all, "unknown-suppression"],
  ],
  ["A comment in other words suppresses nothing", users("", "/* mapwright-disable-next-line duplicate-target */"), all],
];

suite("Comments that suppress", () => {
  for (const [sentence, text, left] of cases) {
    test(sentence, () =>
      assert.deepEqual(
        problemsOf(text)
          .map(({ code }) => code)
          .sort(),
        left,
      ),
    );
  }

  test("A problem of a block's head is suppressed above the block", () => {
    const text =
      'mapping "Users" { source: Group target: "urn:ietf:params:scim:schemas:core:2.0:Group" displayName <- [displayName] }';
    assert.deepEqual(
      problemsOf(text).map(({ code }) => code),
      ["no-matching-attribute"],
    );
    assert.deepEqual(problemsOf(`// mapwright-disable-next-line no-matching-attribute\n${text}`), []);
  });

  test("Mistakes of the syntax are told nevertheless", () => {
    const text = `// mapwright-disable expr-syntax\n${fileAround("title <- Append([jobTitle]")}`;
    assert.deepEqual(
      problemsOf(text).map(({ code }) => code),
      ["unknown-suppression", "expr-syntax"],
    );
  });
});
