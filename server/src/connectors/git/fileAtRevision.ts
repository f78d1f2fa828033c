import { execFile } from "node:child_process";
import { basename, dirname } from "node:path";
import * as l10n from "@vscode/l10n";
import { InputError } from "../inputError.ts";
import { decode } from "../textFile.ts";

/**
 * The text of a file as a git revision has it, such as HEAD, a branch or a commit. No shell is involved, nothing is fetched
 * and no filter of the repository's runs. Throws InputError where git or the revision does not have the file.
 */
export async function fileAtRevision(path: string, revision: string, signal?: AbortSignal): Promise<string> {
  const bytes = await catFile(path, revision, signal);
  return decode(bytes, l10n.t`${path} at ${revision}`).text;
}

/** So large a file is none that people write. */
const mostBytes = 1 << 28;

function catFile(path: string, revision: string, signal: AbortSignal | undefined): Promise<Buffer> {
  const object = `${revision}:./${basename(path)}`;
  const options = {
    cwd: dirname(path),
    encoding: "buffer" as const,
    maxBuffer: mostBytes,
    env: { ...process.env, GIT_NO_LAZY_FETCH: "1", GIT_TERMINAL_PROMPT: "0", LC_ALL: "C" },
    ...(signal && { signal }),
  };
  return new Promise((resolve, reject) => {
    execFile("git", ["cat-file", "blob", "--end-of-options", object], options, (error, stdout, stderr) => {
      if (error === null) resolve(stdout);
      else if (signal?.aborted) reject(signal.reason);
      else reject(explained(path, revision, error, stderr.toString("utf8")));
    });
  });
}

function explained(path: string, revision: string, error: Error, stderr: string): InputError {
  const cause = { cause: error };
  if ((error as NodeJS.ErrnoException).code === "ENOENT")
    return new InputError(
      l10n.t`${path}: git was not found, so that "${revision}" cannot be read. Install git, or name a file.`,
      cause,
    );
  if (/not a git repository/i.test(stderr))
    return new InputError(
      l10n.t`${path}: the file is in no git repository. Compare it with another file, or in the editor with the saved one.`,
      cause,
    );
  if (/dubious ownership/i.test(stderr))
    return new InputError(
      l10n.t`${path}: git does not trust the repository, which another user owns. Add it to safe.directory.`,
      cause,
    );
  if (/(exists on disk, but not in|does not exist in)/i.test(stderr))
    return new InputError(
      l10n.t`${path}: "${revision}" does not have this file. Name another revision, or a file.`,
      cause,
    );
  if (/(not a valid object name|bad revision|invalid object name|unknown revision)/i.test(stderr))
    return new InputError(
      l10n.t`${path}: "${revision}" is no revision and no file. Name one, such as HEAD, a branch or a path.`,
      cause,
    );
  const [line = l10n.t("git failed")] = stderr.trim().split("\n");
  return new InputError(l10n.t`${path}: "${revision}" cannot be read: ${line}.`, cause);
}
