import type { FlowValue } from "../../engine/result.ts";
import type { FileReport, ReportedExpectation, ReportedTest, TestReport } from "../testReport.ts";
import { coverageLines } from "./coverage.ts";
import type { Paint } from "./paint.ts";
import { visible } from "./visible.ts";

/** The tests of each file for people, with what is wrong in those that did not pass, and a summary. */
export function testLines(report: TestReport, paint: Paint): readonly string[] {
  return [...report.files.flatMap(file => [...fileLines(file, paint), ""]), summary(report, paint)];
}

function fileLines({ file, problem, tests, coverage }: FileReport, paint: Paint): readonly string[] {
  return [
    paint("strong", file),
    ...(problem === undefined
      ? []
      : [`  ${paint("bad", "!")} ${file}:${problem.line}:${problem.column} ${visible(problem.message)}`]),
    ...tests.flatMap(test => lines(test, file, paint)),
    ...(coverage === undefined ? [] : coverageLines(coverage, file, paint)),
  ];
}

function lines(test: ReportedTest, file: string, paint: Paint): readonly string[] {
  const name = visible(test.name);
  const details = faults(test, file).map(line => `      ${line}`);
  switch (test.outcome) {
    case "passed":
      return [`  ${paint("good", "✓")} ${name}`];
    case "failed":
      return [`  ${paint("bad", "✗")} ${name}`, ...details, paint("faint", `      ${visible(test.summary ?? "")}`)];
    case "error":
      return [`  ${paint("bad", "!")} ${name}`, ...details];
  }
}

/** What is wrong with a test: one line each, with its place. */
export function faults({ line, column, reason, expectations }: ReportedTest, file: string): readonly string[] {
  if (reason !== undefined) return [`${file}:${line}:${column} ${visible(reason)}`];
  return expectations
    .filter(({ passed }) => !passed)
    .map(expectation => `${file}:${expectation.line}:${expectation.column} ${difference(expectation)}`);
}

/** What was expected and what came: `title: expected "Engineer", actual absent.` */
export function difference(expectation: ReportedExpectation): string {
  const { name, expected, actual, redacted, note } = expectation;
  const compared =
    redacted && expected !== null && actual !== null
      ? `${visible(name)}: another value than the expected one; both are masked.`
      : `${visible(name)}: expected ${valueText(expected, expectation)}, actual ${valueText(actual, expectation)}.`;
  return note === undefined ? compared : `${compared} ${visible(note)}`;
}

/** An action is a word of the language, and a redacted value no text of the target's: they stand without quotes. */
function valueText(value: FlowValue, { kind, redacted }: ReportedExpectation): string {
  if (value === null) return "absent";
  if (typeof value !== "string") return `[${value.map(text => JSON.stringify(text)).join(", ")}]`;
  return kind === "action" || redacted ? visible(value) : JSON.stringify(value);
}

function summary({ passed, failed, errors, files }: TestReport, paint: Paint): string {
  const inFiles = `in ${files.length} file${files.length === 1 ? "" : "s"}`;
  if (passed + failed + errors === 0) return paint("warning", `No tests ${inFiles}.`);
  const parts = [
    ...(passed > 0 ? [`${passed} passed`] : []),
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(errors > 0 ? [`${errors} could not run`] : []),
  ];
  return paint(failed + errors > 0 ? "bad" : "good", `${parts.join(", ")} ${inFiles}.`);
}
