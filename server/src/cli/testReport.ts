import type { ExpectationResult, TestResult } from "../engine/mappingTest/testResult.ts";
import { lineStarts, placeAt } from "../language/lines.ts";
import type { Span } from "../language/text.ts";
import type { TestedFile } from "../session/runTests.ts";
import { type FileCoverage, fileCoverage } from "./fileCoverage.ts";
import type { Place } from "./place.ts";

/** What `test --format json` prints. */
export interface TestReport {
  readonly passed: number;
  readonly failed: number;
  /** Tests that cannot run, and files with a mistake in their syntax outside of tests and mappings. */
  readonly errors: number;
  /** In the order of the command line, their tests in the order of the text. */
  readonly files: readonly FileReport[];
}

export interface FileReport {
  readonly file: string;
  readonly problem?: PlacedMessage;
  readonly tests: readonly ReportedTest[];
  /** Where it was asked for. */
  readonly coverage?: FileCoverage;
}

export interface PlacedMessage extends Place {
  readonly message: string;
}

/** A test with its place; that of one that cannot run is the place of what is in the way, of which `reason` tells. */
export type ReportedTest = Place & {
  readonly name: string;
  readonly outcome: TestResult["kind"];
  readonly reason?: string;
  readonly summary?: string;
  readonly assumptions?: readonly string[];
  readonly expectations: readonly ReportedExpectation[];
};

export type ReportedExpectation = Omit<ExpectationResult, "span"> & Place;

/** The results of all files with their places, and counted. */
export function testReport(tested: readonly TestedFile[]): TestReport {
  const files = tested.map(fileReport);
  const outcomes = files.flatMap(({ tests }) => tests.map(({ outcome }) => outcome));
  const count = (wanted: TestResult["kind"]) => outcomes.filter(outcome => outcome === wanted).length;
  const problems = files.filter(({ problem }) => problem !== undefined).length;
  return { passed: count("passed"), failed: count("failed"), errors: count("error") + problems, files };
}

function fileReport({ file, text, results, problem, coverage }: TestedFile): FileReport {
  const starts = lineStarts(text);
  return {
    file,
    ...(problem && { problem: { message: problem.message, ...placeOf(problem.span, starts) } }),
    tests: results.map(result => reportedTest(result, starts)),
    ...(coverage && { coverage: fileCoverage(coverage, span => placeOf(span, starts)) }),
  };
}

function reportedTest(result: TestResult, starts: readonly number[]): ReportedTest {
  const { kind: outcome, name } = result;
  const test = { name, outcome, ...placeOf(result.span, starts) };
  if (result.kind === "error") return { ...test, reason: result.reason, expectations: [] };
  return {
    ...test,
    summary: result.summary,
    assumptions: result.assumptions.map(({ text }) => text),
    expectations: result.expectations.map(({ span, ...rest }) => ({ ...rest, ...placeOf(span, starts) })),
  };
}

function placeOf({ start }: Span, starts: readonly number[]): Place {
  const { line, character } = placeAt(starts, start);
  return { line: line + 1, column: character + 1 };
}
