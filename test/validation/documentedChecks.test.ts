import assert from "node:assert/strict";
import type { Severity } from "../../server/src/validation/rule.ts";
import { rules } from "../../server/src/validation/rules.ts";

/** What Microsoft's pages warn of in expressions: the rule that finds it with the level it deserves, or why there is none. */
const documentedChecks: readonly (readonly [number: number, code: string, level: Severity | string])[] = [
  [1, "expr-too-long", "error"],
  [2, "expr-syntax", "The parser tells of it, and it cannot be turned off."],
  [3, "unknown-function", "error"],
  [4, "function-case", "error"],
  [5, "attribute-unknown", "error"],
  [6, "attribute-case", "error"],
  [7, "arg-count", "error"],
  [8, "arg-type", "warning"],
  [9, "operator-unsupported", "error"],
  [10, "condition-outside-iif", "error"],
  [11, "connect-only-function", "error"],
  [12, "cloudsync-only-function", "warning"],
  [13, "string-unknown-escape", "warning"],
  [14, "expr-not-function", "In a .provmap an attribute alone is a direct mapping and a string alone a constant one."],
  [15, "param-reference", "warning"],
  [16, "special-literal", "warning"],
  [17, "switch-arity", "error"],
  // An error for the one page, recommended by another.
  [18, "switch-ispresent-source", "warning"],
  [19, "switch-case-sensitive", "information"],
  [20, "switch-duplicate-key", "warning"],
  [21, "switch-no-empty-key", "information"],
  [22, "switch-reference", "error"],
  [23, "switch-incremental-null", "warning"],
  [24, "iif-null-condition", "warning"],
  [25, "iif-nullable-operand", "information"],
  [26, "item-index-zero", "error"],
  [27, "item-single-valued", "warning"],
  [28, "mid-start-zero", "error"],
  [29, "instr-zero-based", "warning"],
  [30, "instr-compare-enum", "error"],
  [31, "replace-mode", "error"],
  [32, "replace-arity", "information"],
  [33, "regex-invalid", "error"],
  [34, "regex-group-missing", "error"],
  [35, "regex-single-backslash", "warning"],
  [36, "regex-portability", "information"],
  [37, "split-delimiter-length", "warning"],
  [38, "selectunique-nested", "error"],
  [39, "selectunique-min-args", "error"],
  [40, "selectunique-create-only", "error"],
  [41, "selectunique-matching", "error"],
  [42, "selectunique-app", "error"],
  [43, "selectunique-diacritics", "warning"],
  [44, "ignoreflow-nested", "warning"],
  [45, "ignoreflow-default", "warning"],
  [46, "date-interval", "error"],
  [47, "date-needs-cdate", "warning"],
  [48, "cdate-null-guard", "warning"],
  [49, "formatdatetime-3-args", "error"],
  [50, "date-format-spec", "error"],
  [51, "date-hh-parse", "information"],
  [52, "date-offset-shift", "warning"],
  [53, "datetimestyles-invalid", "error"],
  [54, "numfromdate-iso", "warning"],
  [55, "datediff-now-direction", "information"],
  [56, "randomstring-sums", "error"],
  [57, "randomstring-update", "warning"],
  [58, "redact-password", "warning"],
  [59, "culture-invalid", "error"],
  [60, "lower-caseexact", "information"],
  [61, "diacritics-unlisted", "information"],
  [62, "roles-direct", "error"],
  [63, "roles-arg", "error"],
  [64, "roles-sync-all", "error"],
  // A file does not say how many roles its users hold.
  [65, "roles-single-multi", "information"],
  [66, "roles-both", "error"],
  [67, "roles-complex-add-only", "information"],
  [68, "roles-target-multivalued", "error"],
  [69, "constant-boolean-case", "warning"],
];

const levels: ReadonlySet<string> = new Set<Severity>(["error", "warning", "information"]);

suite("What the documentation warns of in expressions", () => {
  test("is numbered without a gap", () =>
    assert.deepEqual(
      documentedChecks.map(([number]) => number),
      Array.from({ length: 69 }, (_, index) => index + 1),
    ));

  for (const [number, code, level] of documentedChecks) {
    const rule = rules.find(candidate => candidate.code === code);
    if (levels.has(level)) test(`${number} ${code} is a rule`, () => assert.equal(rule?.severity, level));
    else test(`${number} ${code} is none: ${level}`, () => assert.equal(rule, undefined));
  }
});
