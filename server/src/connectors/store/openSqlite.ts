import type { DatabaseSync } from "node:sqlite";
import * as l10n from "@vscode/l10n";
import { InputError } from "../inputError.ts";

/**
 * Opens or creates an SQLite file, waiting for another program's lock as long as `patience` says, in milliseconds. Throws
 * InputError where the runtime has no SQLite: Node.js has it without a flag since 22.13 (nodejs.org/api/sqlite.html).
 */
export function openSqlite(path: string, patience: number): DatabaseSync {
  const sqlite = process.getBuiltinModule?.("node:sqlite");
  if (sqlite === undefined)
    throw new InputError(
      l10n.t`${path}: the job cannot be opened, as this Node.js (${process.version}) has no SQLite. Run Mapwright on Node.js 22.13 or later, or in a VS Code that comes with it.`,
    );
  return new sqlite.DatabaseSync(path, { timeout: patience });
}
