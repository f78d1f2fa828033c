import { inFile } from "../validation/inFile.ts";
import { type CheckReport, checkReport, fileProblems } from "./checkReport.ts";
import { openDocument } from "./openDocument.ts";

/** Every mistake in files that can be found without running anything. Throws InputError for a file that cannot be read. */
export async function checkFiles(files: readonly string[]): Promise<CheckReport> {
  const found = await Promise.all(
    files.map(async file => {
      const { document, problems } = await openDocument(file);
      const placed = problems.map(problem => inFile(document, problem));
      return fileProblems(file, document.fileText, placed);
    }),
  );
  return checkReport(files.length, found.flat());
}
