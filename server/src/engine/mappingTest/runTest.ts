import type { MappingTest } from "../../model/mappingTest.ts";
import type { Course, Run } from "../course.ts";
import type { Step } from "../expression/outline.ts";
import { follow } from "../pipeline.ts";
import { reportCourse } from "../report/reportCourse.ts";
import { stepsByExpression } from "./coverage/observedRun.ts";
import { judge } from "./judge.ts";
import { prepareRun, type TestBench } from "./prepareRun.ts";
import type { TestResult } from "./testResult.ts";

/** Runs one test through the pipeline, as a dry run against a target in memory. Never throws for what the test says. */
export async function runTest(test: MappingTest, bench: TestBench): Promise<TestResult> {
  const name = test.name.text;
  const run = prepareRun(test, bench);
  if ("obstacle" in run) return { kind: "error", name, reason: run.obstacle, span: run.span };
  const course = await followed(run, bench.observe);
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

async function followed(run: Run, observe: TestBench["observe"]): Promise<Course> {
  if (observe === undefined) return follow(run);
  const roots: Step[] = [];
  const course = await follow({ ...run, observe: root => roots.push(root) });
  observe({ course, steps: stepsByExpression(roots) });
  return course;
}
