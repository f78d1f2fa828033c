import * as l10n from "@vscode/l10n";
import type { RunTestsAnswer } from "../../../server/src/protocol/tests.ts";

/** What came of one test, as the language server tells it. */
export type TestResult = Extract<RunTestsAnswer, { kind: "results" }>["results"][number];

type Expectation = Extract<TestResult, { kind: "failed" | "passed" }>["expectations"][number];

/** One thing that is wrong with a test, and where; the two texts are compared where both may be seen. */
export interface Failure {
  readonly message: string;
  readonly compared?: { readonly expected: string; readonly actual: string };
  readonly span: Expectation["span"];
}

/** What is wrong with a test: why it cannot run, or each expectation that was not met. */
export function failuresOf(result: TestResult): readonly Failure[] {
  if (result.kind === "error") return [{ message: result.reason, span: result.span }];
  return result.expectations.filter(({ passed }) => !passed).map(failure);
}

function failure(expectation: Expectation): Failure {
  const { name, expected, actual, redacted, note = "", span } = expectation;
  if (redacted && expected !== null && actual !== null) {
    const message = l10n.t("{0}: another value than the expected one; both are masked.", name);
    return { message: `${message} ${note}`.trim(), span };
  }
  const [wanted, given] = [valueText(expected, expectation), valueText(actual, expectation)];
  const words = l10n.t("{0}: expected {1}, actual {2}.", name, wanted, given);
  return {
    message: `${words} ${note}`.trim(),
    compared: { expected: comparedText(expected), actual: comparedText(actual) },
    span,
  };
}

/** An action is a word of the language, and a redacted value no text of the target's: they stand without quotes. */
function valueText(value: Expectation["actual"], { kind, redacted }: Expectation): string {
  if (value === null) return l10n.t("absent");
  if (typeof value !== "string") return `[${value.map(text => JSON.stringify(text)).join(", ")}]`;
  return kind === "action" || redacted ? value : JSON.stringify(value);
}

/** The texts of a list, each on a line of its own. */
function comparedText(value: Expectation["actual"]): string {
  if (value === null) return l10n.t("absent");
  return typeof value === "string" ? value : value.join("\n");
}
