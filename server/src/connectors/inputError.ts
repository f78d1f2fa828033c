import * as l10n from "@vscode/l10n";

/** Input that cannot be used. The message is one line: the file and the line or member, what is wrong there, and what to do. */
export class InputError extends Error {
  override readonly name = "InputError";
}

/** The error for a file that the system does not let read. */
export function unreadable(path: string, error: unknown): InputError {
  return new InputError(`${path}: ${remedy(error)}`, { cause: error });
}

function remedy(error: unknown): string {
  switch ((error as NodeJS.ErrnoException).code) {
    case "ENOENT":
      return l10n.t("there is no such file. Correct the path, or create the file.");
    case "EISDIR":
      return l10n.t("this is a folder. Name the file inside it.");
    case "EACCES":
    case "EPERM":
      return l10n.t("the file may not be read. Give your account permission to read it.");
    default:
      return l10n.t`the file cannot be read (${reasonOf(error)}). Check the disk and the path.`;
  }
}

/** What the system says of an error. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
