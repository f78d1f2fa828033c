import type { CancellationToken } from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type {
  RunTestsAnswer,
  RunTestsParams,
  SaveAsTestAnswer,
  SaveAsTestParams,
  TestFile,
  TestFilesAnswer,
  TestFilesParams,
} from "../../../server/src/protocol/tests.ts";
import type { methods } from "../../../server/src/protocol.ts";
import { refused } from "../preview/provisioningServer.ts";

const testFilesMethod: typeof methods.testFiles = "mapwright/testFiles";
const runTestsMethod: typeof methods.runTests = "mapwright/runTests";
const saveAsTestMethod: typeof methods.saveAsTest = "mapwright/saveAsTest";

/** The language server's requests of tests. A server that is away, or stops meanwhile, refuses. */
export interface TestServer {
  /** The tests of one document, or of all; undefined where the server is away. */
  readonly testFiles: (params: TestFilesParams) => Promise<readonly TestFile[] | undefined>;
  readonly runTests: (params: RunTestsParams, token: CancellationToken) => Promise<RunTestsAnswer>;
  readonly saveAsTest: (params: SaveAsTestParams) => Promise<SaveAsTestAnswer>;
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
    saveAsTest: params => client.sendRequest<SaveAsTestAnswer>(saveAsTestMethod, params).catch(refused),
  };
}
