import type { WorkspaceDocuments } from "../editing/workspaceDocuments.ts";
import { rangeOf } from "../features/ranges.ts";
import type { ProvmapDocument } from "../model/document.ts";
import { findMapping } from "../model/findMapping.ts";
import { firstOutside } from "../model/firstOutside.ts";
import type { TestedMapping, TestFile, TestFilesAnswer, TestFilesParams } from "../protocol/tests.ts";

/** Answers which tests there are; nothing is run for that. */
export function createTestFiles(workspace: WorkspaceDocuments) {
  return async ({ uri }: TestFilesParams): Promise<TestFilesAnswer> => {
    const documents = uri === undefined ? await workspace.all() : await workspace.one(uri);
    return { files: documents.filter(({ language }) => language === "provmap").map(testFile) };
  };
}

/** The tests of a file below the mappings that they run, in the order of the text. */
export function testFile(document: ProvmapDocument): TestFile {
  const { uri, configuration, syntaxProblems } = document;
  const { application, mappings, tests } = configuration;
  const found = tests.map(({ name, mapping, subjects, span }) => ({
    mapping: findMapping(mapping?.text, subjects[0]?.objectType, mappings),
    test: { name: name.text, range: rangeOf(document, span) },
  }));
  const below = (wanted: (typeof mappings)[number] | undefined) =>
    found.filter(({ mapping }) => mapping === wanted).map(({ test }) => test);
  const problem = firstOutside(configuration, syntaxProblems);
  return {
    uri,
    ...(application && { application: application.name.text }),
    mappings: mappings
      .map((mapping): TestedMapping => {
        return { name: mapping.name.text, range: rangeOf(document, mapping.name.span), tests: below(mapping) };
      })
      .filter(mapping => mapping.tests.length > 0),
    others: below(undefined),
    ...(problem && { problem: { message: problem.message, range: rangeOf(document, problem.span) } }),
  };
}
