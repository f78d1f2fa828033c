import assert from "node:assert/strict";
import { failuresOf, type TestResult } from "../../../client/src/testing/failures.ts";

type Expectation = Extract<TestResult, { kind: "passed" | "failed" }>["expectations"][number];

const span = { start: 3, end: 9 };
const unmet = { kind: "attribute", name: "title", passed: false, expected: "Clerk", actual: null, span } as const;

type Row = readonly [
  title: string,
  expectation: Partial<Expectation>,
  message: string,
  compared?: readonly [string, string],
];

const rows: readonly Row[] = [
  ["what is absent, or expected to be", {}, 'title: expected "Clerk", actual absent.', ["Clerk", "absent"]],
  [
    "lists with a line for each text",
    { expected: ["a", "b"], actual: ["b"] },
    'title: expected ["a", "b"], actual ["b"].',
    ["a\nb", "b"],
  ],
  [
    "actions as the words that they are",
    { kind: "action", name: "action", expected: "create", actual: "skip" },
    "action: expected create, actual skip.",
    ["create", "skip"],
  ],
  [
    "why a value is what it is",
    { note: "A reference finds nobody here." },
    'title: expected "Clerk", actual absent. A reference finds nobody here.',
    ["Clerk", "absent"],
  ],
  [
    "of two redacted values that they differ",
    { redacted: true, expected: "[Redact]", actual: "[Redact]" },
    "title: another value than the expected one; both are masked.",
  ],
  [
    "of a redacted value that it is there",
    { redacted: true, expected: null, actual: "[Redact]" },
    "title: expected absent, actual [Redact].",
    ["absent", "[Redact]"],
  ],
];

suite("What Test Explorer tells of a test", () => {
  for (const [title, expectation, message, compared] of rows) {
    test(title, () => {
      const expectations = [
        { ...unmet, passed: true },
        { ...unmet, ...expectation },
      ];
      const result = { kind: "failed", name: "T", span, expectations, summary: "", assumptions: [] } as const;
      const [expected, actual] = compared ?? [];
      assert.deepEqual(failuresOf(result), [
        { message, ...(expected !== undefined && { compared: { expected, actual } }), span },
      ]);
    });
  }

  test("that cannot run: why", () =>
    assert.deepEqual(failuresOf({ kind: "error", name: "T", span, reason: "There is no user." }), [
      { message: "There is no user.", span },
    ]));
});
