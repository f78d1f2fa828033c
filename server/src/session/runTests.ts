import * as l10n from "@vscode/l10n";
import { InputError } from "../connectors/inputError.ts";
import { coverageOf, type MappingCoverage } from "../engine/mappingTest/coverage/coverage.ts";
import type { ObservedRun } from "../engine/mappingTest/coverage/observedRun.ts";
import type { TestBench } from "../engine/mappingTest/prepareRun.ts";
import { runTest } from "../engine/mappingTest/runTest.ts";
import type { FindObject } from "../engine/mappingTest/testObject.ts";
import type { TestResult } from "../engine/mappingTest/testResult.ts";
import { findMapping } from "../model/findMapping.ts";
import { firstOutside } from "../model/firstOutside.ts";
import type { MappingTest } from "../model/mappingTest.ts";
import type { Problem } from "../validation/rule.ts";
import { isSyntaxProblem } from "../validation/validate.ts";
import { type OpenedDocument, openDocument } from "./openDocument.ts";
import { openUsers, type Users } from "./openUsers.ts";
import { errorIn } from "./refuse.ts";

/** Whose tests are run. */
export interface TestSettings {
  /** The `.provmap` file. */
  readonly file: string;
  /** The text that an editor has of the file; absent: the file is read. */
  readonly text?: string;
  /** The directory of users and groups; absent: the one of mapwright.json. */
  readonly directory?: string;
  /** The names of the tests to run; absent: all of them. */
  readonly tests?: readonly string[];
  /** True: what the tests reached of the mappings is told, too. */
  readonly coverage?: boolean;
  /** Aborted: the tests that did not begin yet have no result. */
  readonly signal?: AbortSignal;
}

/** What came of the tests of one file. */
export interface TestedFile {
  readonly file: string;
  readonly text: string;
  /** In the order of the text. */
  readonly results: readonly TestResult[];
  /** A mistake of the syntax outside every mapping and test, which may hide a test. */
  readonly problem?: Problem;
  /** One for each mapping, where it was asked for. */
  readonly coverage?: readonly MappingCoverage[];
}

/** Runs the tests of a file. Throws InputError for a file or a directory that cannot be read. */
export async function runTests(settings: TestSettings): Promise<TestedFile> {
  const opened = await openDocument(settings.file, settings.text);
  const { configuration, text } = opened.document;
  const { tests: names, signal } = settings;
  const tests = configuration.tests.filter(({ name }) => names?.includes(name.text) ?? true);
  const findObject = await openObjects(tests, opened, settings.directory);
  const runs: ObservedRun[] = [];
  const observe = settings.coverage && ((run: ObservedRun) => void runs.push(run));
  const bench: TestBench = { configuration, text, findObject, ...(observe && { observe }) };
  const results: TestResult[] = [];
  for (const test of tests) {
    if (signal?.aborted) break;
    results.push(errorOf(test, opened) ?? (await runTest(test, bench)));
  }
  const mistakes = opened.problems.filter(({ code }) => isSyntaxProblem(code));
  const problem = firstOutside(configuration, mistakes);
  const coverage = observe && coverageOf(configuration.mappings, runs);
  return { file: settings.file, text, results, ...(problem && { problem }), ...(coverage && { coverage }) };
}

/** The directory is opened when a test names an object of it, and not before. */
async function openObjects(
  tests: readonly MappingTest[],
  { workspace, document }: OpenedDocument,
  directory = workspace.directory,
): Promise<FindObject> {
  const isNeeded = tests.some(({ subjects }) => subjects.some(({ key }) => key !== undefined));
  const users = await openUsers(isNeeded ? directory : undefined, document.configuration.application?.name.text);
  return (objectType, key) => found(users, objectType, key);
}

function found(users: Users, ...[objectType, key]: Parameters<FindObject>): ReturnType<FindObject> {
  try {
    return users.findObject(objectType, key);
  } catch (error) {
    if (error instanceof InputError) return error.message;
    throw error;
  }
}

/** A test or a mapping with an error in it is not run: what it would do is not what the person wrote. */
function errorOf({ name, span, mapping, subjects }: MappingTest, opened: OpenedDocument): TestResult | undefined {
  const tested = findMapping(mapping?.text, subjects[0]?.objectType, opened.document.configuration.mappings);
  const own = errorIn(span, opened);
  const error = own ?? (tested && errorIn(tested.span, opened));
  if (error === undefined) return undefined;
  const reason = own ? error.message : l10n.t`The mapping "${tested?.name.text ?? ""}" has an error: ${error.message}`;
  return { kind: "error", name: name.text, span: error.span, reason };
}
