import type { MappingTest } from "../../model/mappingTest.ts";
import { follow } from "../pipeline.ts";
import { reportCourse } from "../report/reportCourse.ts";
import { judge } from "./judge.ts";
import { prepareRun, type TestBench } from "./prepareRun.ts";
import type { TestResult } from "./testResult.ts";

/** Runs one test through the pipeline, as a dry run against a target in memory. Never throws for what the test says. */
export async function runTest(test: MappingTest, bench: TestBench): Promise<TestResult> {
  const name = test.name.text;
  const run = prepareRun(test, bench);
  if ("obstacle" in run) return { kind: "error", name, reason: run.obstacle, span: run.span };
  const course = await follow(run);
  const result = reportCourse(course);
  const expectations = test.expectations.flatMap(expectation => judge(expectation, course, result));
  return {
    kind: expectations.every(({ passed }) => passed) ? "passed" : "failed",
    name,
    span: test.name.span,
    expectations,
    summary: result.summary,
    assumptions: result.assumptions,
  };
}
