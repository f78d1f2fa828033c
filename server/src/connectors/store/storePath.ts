import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import * as l10n from "@vscode/l10n";
import { InputError, reasonOf } from "../inputError.ts";

/** The folder beside mapwright.json in which Mapwright keeps what is no part of a project. */
export const keptFolder = ".mapwright";

/** Where the job of an application in an environment is stored. */
export function storePath(folder: string, application: string, environment: string): string {
  return join(folder, keptFolder, "jobs", fileName(application), `${fileName(environment)}.sqlite`);
}

/** Creates the folder of a store, which no version control is to take up. Throws InputError where it cannot be created. */
export async function prepareFolder(folder: string, path: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(join(folder, keptFolder, ".gitignore"), "*\n", { flag: "wx" }).catch(ignoreExisting);
  } catch (error) {
    throw new InputError(
      l10n.t`${dirname(path)}: the folder cannot be created (${reasonOf(error)}). Check its permissions.`,
      {
        cause: error,
      },
    );
  }
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== "EEXIST") throw error;
}

/** A name without what a file system may refuse. */
export function fileName(name: string): string {
  return name.replace(/[^\p{L}\p{N} ._-]/gu, "_").replace(/^\.+/, "_") || "application";
}
