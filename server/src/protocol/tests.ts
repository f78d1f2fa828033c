import type { MappingCoverage } from "../engine/mappingTest/coverage/coverage.ts";
import type { TestResult } from "../engine/mappingTest/testResult.ts";
import type { ProvisioningResult } from "../engine/result.ts";

export interface RunTestsParams {
  readonly uri: string;
  /** The names of the tests to run; absent: all of the document. */
  readonly tests?: readonly string[];
  /** True: what the tests reached of the mappings is told, too. */
  readonly coverage?: boolean;
}

/** The results in the order of the document's text, into which their spans point, as those of the coverage do. */
export type RunTestsAnswer =
  | {
      readonly kind: "results";
      readonly results: readonly TestResult[];
      /** One for each mapping, where it was asked for. */
      readonly coverage?: readonly MappingCoverage[];
    }
  | { readonly kind: "refused"; readonly message: string };

export interface TestFilesParams {
  /** The document to look into; absent: all `.provmap` files of the workspace, and those that are open. */
  readonly uri?: string;
}

export interface TestFilesAnswer {
  readonly files: readonly TestFile[];
}

/** A `.provmap` file and its tests, in the order of the text. It may have none. */
export interface TestFile {
  readonly uri: string;
  /** The name of the application that the file describes. */
  readonly application?: string;
  /** The mappings that have tests. */
  readonly mappings: readonly TestedMapping[];
  /** Tests of a mapping that is not there. */
  readonly others: readonly NamedRange[];
  /** A mistake outside every mapping and test, which may hide a test. */
  readonly problem?: { readonly message: string; readonly range: TextRange };
}

/** The range is the name's. */
export interface TestedMapping extends NamedRange {
  readonly tests: readonly NamedRange[];
}

export interface NamedRange {
  readonly name: string;
  readonly range: TextRange;
}

export interface SaveAsTestParams {
  readonly uri: string;
  /** What the test is to be called. */
  readonly name: string;
  /** What a preview of one of the document's mappings told. */
  readonly result: ProvisioningResult;
}

/** The block of a test that passes and the offset where it is put into the document; or why there is none, in a sentence with the remedy. */
export type SaveAsTestAnswer =
  | {
      readonly kind: "test";
      readonly offset: number;
      readonly text: string;
      /** What of the preview the test cannot hold, and why: a sentence each. */
      readonly leftOut: readonly string[];
    }
  | { readonly kind: "refused"; readonly message: string };

/** As the Language Server Protocol counts. */
export interface TextRange {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}
