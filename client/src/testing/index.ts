import {
  type CancellationToken,
  commands,
  type ExtensionContext,
  type FileCoverage,
  type FileCoverageDetail,
  l10n,
  type TestController,
  type TestRunProfile,
  TestRunProfileKind,
  TestRunRequest,
  type TextDocument,
  tests,
  workspace,
} from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { Runs } from "../preview/runs.ts";
import { type Discovery, discoverTests } from "./discovery.ts";
import { runTests } from "./runTests.ts";
import { savePreview } from "./savePreview.ts";
import { type TestServer, testServer } from "./testServer.ts";
import { testsIn } from "./testTree.ts";

/**
 * Shows the tests of `.provmap` files in the Testing view, where they can be run once the workspace is trusted, and
 * registers the command "Save Preview as Test…".
 */
export function activateTesting(context: ExtensionContext, client: LanguageClient, shown: Runs["shown"]): void {
  const controller = tests.createTestController("mapwright", "Mapwright");
  const server = testServer(client);
  const discovery = discoverTests(controller, server);
  const allowRuns = () => createProfiles(controller, discovery, server);
  if (workspace.isTrusted) allowRuns();
  context.subscriptions.push(
    discovery,
    controller,
    workspace.onDidGrantWorkspaceTrust(allowRuns),
    commands.registerCommand("mapwright.savePreviewAsTest", () => savePreview(shown(), server)),
  );
}

function createProfiles(controller: TestController, discovery: Discovery, server: TestServer): void {
  const details = new WeakMap<FileCoverage, FileCoverageDetail[]>();

  async function run(request: TestRunRequest, token: CancellationToken): Promise<void> {
    // A person may run all tests before any view has asked which there are.
    if (request.include === undefined) await discovery.lookEverywhereOnce();
    const run = controller.createTestRun(request);
    const isCovered = request.profile?.kind === TestRunProfileKind.Coverage;
    const roots = request.include ?? [...controller.items].map(([, item]) => item);
    try {
      await runTests(run, testsIn(roots, request.exclude), {
        server,
        token,
        ...(isCovered && {
          onCovered: file => {
            details.set(file.coverage, file.details);
            run.addCoverage(file.coverage);
          },
        }),
      });
    } finally {
      run.end();
    }
  }

  function watch(request: TestRunRequest, token: CancellationToken): void {
    const saving = workspace.onDidSaveTextDocument(async document => {
      await discovery.look(document.uri);
      const again = requestAfter(document, request, controller);
      if (again !== undefined) await run(again, token);
    });
    token.onCancellationRequested(() => saving.dispose());
  }

  const runOrWatch: TestRunProfile["runHandler"] = (request, token) =>
    request.continuous ? watch(request, token) : run(request, token);
  controller.createRunProfile(l10n.t("Run"), TestRunProfileKind.Run, runOrWatch, true, undefined, true);
  const coverage = controller.createRunProfile(l10n.t("Run with Coverage"), TestRunProfileKind.Coverage, run, true);
  coverage.loadDetailedCoverage = async (_run, file) => details.get(file) ?? [];
}

/** What a watched run repeats after a document was saved: the tests of that file, or all after that of a directory. */
function requestAfter(
  { languageId, uri, fileName }: TextDocument,
  { include, exclude, profile }: TestRunRequest,
  { items }: TestController,
): TestRunRequest | undefined {
  if (languageId !== "provmap" && !/\.(?:json|ndjson|csv)$/i.test(fileName)) return undefined;
  const watched = include ?? [...items].map(([, item]) => item);
  const touched = watched.filter(item => languageId !== "provmap" || item.uri?.toString() === uri.toString());
  return touched.length === 0 ? undefined : new TestRunRequest(touched, exclude, profile, true, true);
}
