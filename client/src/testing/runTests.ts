import {
  type CancellationToken,
  Location,
  type TestItem,
  TestMessage,
  type TestRun,
  type Uri,
  workspace,
} from "vscode";
import type { RunTestsAnswer } from "../../../server/src/protocol/tests.ts";
import { type CoveredFile, coveredFile } from "./coverage.ts";
import { type Failure, failuresOf, type TestResult } from "./failures.ts";
import { rangesIn } from "./places.ts";
import type { TestServer } from "./testServer.ts";

/** How tests are run. */
export interface RunSettings {
  readonly server: TestServer;
  /** Told what the tests of a file reached; absent: that is not asked for. */
  readonly onCovered?: (file: CoveredFile) => void;
  readonly token: CancellationToken;
}

/** Runs tests, one file after the other, and tells the run what came of each. Those that were cancelled count as skipped. */
export async function runTests(
  run: TestRun,
  chosen: ReadonlyMap<TestItem, readonly TestItem[]>,
  settings: RunSettings,
): Promise<void> {
  for (const tests of chosen.values()) tests.forEach(run.enqueued);
  for (const [{ uri }, tests] of chosen) {
    if (uri === undefined || settings.token.isCancellationRequested) tests.forEach(run.skipped);
    else await runFile(run, uri, tests, settings);
  }
}

async function runFile(
  run: TestRun,
  uri: Uri,
  tests: readonly TestItem[],
  { server, onCovered, token }: RunSettings,
): Promise<void> {
  tests.forEach(run.started);
  const text = await textOf(uri);
  const names = tests.map(({ label }) => label);
  const params = { uri: uri.toString(), tests: names, coverage: onCovered !== undefined };
  const answer = await server.runTests(params, token);
  if (token.isCancellationRequested) {
    tests.forEach(run.skipped);
    return;
  }
  print(run, workspace.asRelativePath(uri));
  if (answer.kind === "refused") {
    print(run, `  ${answer.message}`);
    for (const item of tests) run.errored(item, new TestMessage(answer.message));
    return;
  }
  const rangeOf = rangesIn(text);
  const messageOf = (failure: Failure) => testMessage(failure, new Location(uri, rangeOf(failure.span)));
  for (const [item, result] of matched(tests, answer.results)) tell(run, item, result, messageOf);
  if (answer.coverage) onCovered?.(coveredFile(uri, answer.coverage, rangeOf));
}

/** The text that the server runs the tests of; a file that cannot be opened is the server's to tell of. */
async function textOf(uri: Uri): Promise<string> {
  try {
    return (await workspace.openTextDocument(uri)).getText();
  } catch {
    return "";
  }
}

function testMessage({ message, compared }: Failure, location: Location): TestMessage {
  const told = compared ? TestMessage.diff(message, compared.expected, compared.actual) : new TestMessage(message);
  told.location = location;
  return told;
}

/** Each test with its result; both are in the order of the text, where names may repeat. */
function matched(
  tests: readonly TestItem[],
  results: Extract<RunTestsAnswer, { kind: "results" }>["results"],
): readonly (readonly [TestItem, TestResult | undefined])[] {
  const left = [...results];
  return tests.map(item => {
    const index = left.findIndex(({ name }) => name === item.label);
    return [item, index < 0 ? undefined : left.splice(index, 1)[0]];
  });
}

function tell(
  run: TestRun,
  item: TestItem,
  result: TestResult | undefined,
  messageOf: (failure: Failure) => TestMessage,
): void {
  if (result === undefined) {
    run.skipped(item);
    return;
  }
  const failures = failuresOf(result);
  const mark = { passed: "✓", failed: "✗", error: "!" }[result.kind];
  const details = [...failures.map(({ message }) => message), ...("summary" in result ? [result.summary] : [])];
  print(run, `  ${mark} ${item.label}`, ...details.map(line => `      ${line}`));
  const messages = failures.map(messageOf);
  if (result.kind === "passed") run.passed(item);
  else if (result.kind === "failed") run.failed(item, messages);
  else run.errored(item, messages);
}

/** Writes lines to the output of a run, which is a terminal: a text cannot move its cursor. */
function print(run: TestRun, ...lines: readonly string[]): void {
  const visible = (line: string) => line.replace(/\p{Cc}/gu, " ");
  run.appendOutput(lines.map(line => `${visible(line)}\r\n`).join(""));
}
