import type { CancellationToken } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type {
  methods,
  RunTestsAnswer,
  RunTestsParams,
  TestFile,
  TestFilesAnswer,
  TestFilesParams,
} from "../../../server/src/protocol.ts";

const testFilesMethod: typeof methods.testFiles = "mapwright/testFiles";
const runTestsMethod: typeof methods.runTests = "mapwright/runTests";

/** The language server's requests of tests. */
export interface TestServer {
  /** The tests of one document, or of all; undefined where the server is away. */
  readonly testFiles: (params: TestFilesParams) => Promise<readonly TestFile[] | undefined>;
  /** What came of tests. A server that is away, or stops meanwhile, refuses. */
  readonly runTests: (params: RunTestsParams, token: CancellationToken) => Promise<RunTestsAnswer>;
}

/** The requests over the client's connection. */
export function testServer(client: LanguageClient): TestServer {
  return {
    testFiles: params =>
      client.sendRequest<TestFilesAnswer>(testFilesMethod, params).then(
        ({ files }) => files,
        () => undefined,
      ),
    runTests: (params, token) => client.sendRequest<RunTestsAnswer>(runTestsMethod, params, token).catch(refused),
  };
}

function refused(error: unknown): RunTestsAnswer {
  const reason = error instanceof Error ? error.message : String(error);
  return { kind: "refused", message: `The language server gave no answer: ${reason} Run the tests again.` };
}
