import type { FileReport, ReportedTest, TestReport } from "./testReport.ts";
import { faults } from "./text/tests.ts";
import { visible } from "./text/visible.ts";

/** The report as JUnit XML, which CI servers read (https://github.com/testmoapp/junitxml): a suite for each file. */
export function junitXml({ files }: TestReport): string {
  const suites = files.map(({ file, ...rest }) => ({ file, cases: casesOf({ file, ...rest }) }));
  const counts = countsOf(suites.flatMap(({ cases }) => cases));
  const children = suites.map(({ file, cases }) => {
    const elements = cases.map(one => testcase(one, file));
    return element("testsuite", { name: file, ...countsOf(cases), skipped: 0, file }, elements);
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element("testsuites", { name: "mapwright", ...counts }, children)}`;
}

/** The tests of a file; a mistake in its syntax counts as one that cannot run. */
function casesOf({ problem, tests }: FileReport): readonly ReportedTest[] {
  if (problem === undefined) return tests;
  const { message, ...place } = problem;
  return [{ name: "the file can be read", outcome: "error", reason: message, ...place, expectations: [] }, ...tests];
}

function countsOf(cases: readonly ReportedTest[]) {
  const count = (wanted: ReportedTest["outcome"]) => cases.filter(({ outcome }) => outcome === wanted).length;
  return { tests: cases.length, failures: count("failed"), errors: count("error") };
}

function testcase(test: ReportedTest, file: string): string {
  const { name, outcome, line, expectations } = test;
  const attributes = { name, classname: file, assertions: expectations.length, file, line };
  if (outcome === "passed") return element("testcase", attributes, []);
  const found = faults(test, file);
  const details = text([...found, ...(test.summary === undefined ? [] : [visible(test.summary)])].join("\n"));
  return element("testcase", attributes, [
    element(outcome === "failed" ? "failure" : "error", { message: found[0] ?? "" }, [details]),
  ]);
}

type Attributes = Readonly<Record<string, string | number>>;

function element(name: string, attributes: Attributes, children: readonly string[]): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${text(visible(`${value}`))}"`);
  const start = `<${name}${written.join("")}`;
  return children.length === 0 ? `${start}/>` : `${start}>\n${children.join("\n")}\n</${name}>`;
}

const entities: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text as XML can hold it: escaped, and without the characters that XML 1.0 does not have (section 2.2), but for controls. */
function text(content: string): string {
  return content
    .toWellFormed()
    .replace(/[\uFFFE\uFFFF]/g, "\uFFFD")
    .replace(/[&<>"]/g, character => entities[character] ?? character);
}
