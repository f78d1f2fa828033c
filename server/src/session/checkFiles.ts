import { inFile } from "../validation/inFile.ts";
import { type CheckReport, checkReport, fileProblems } from "./checkReport.ts";
import { openDocument } from "./openDocument.ts";

/**
 * Every mistake in files that can be found without running anything; `textOf` gives the text that an editor has of a file.
 * Throws InputError for a file that cannot be read.
 */
export async function checkFiles(
  files: readonly string[],
  textOf: (file: string) => string | undefined = () => undefined,
): Promise<CheckReport> {
  const found = await Promise.all(
    files.map(async file => {
      const { document, problems } = await openDocument(file, textOf(file));
      const placed = problems.map(problem => inFile(document, problem));
      return fileProblems(file, document.fileText, placed);
    }),
  );
  return checkReport(files.length, found.flat());
}
