import { existsSync } from "node:fs";
import * as l10n from "@vscode/l10n";
import { InputError } from "../inputError.ts";
import { openSqlite } from "./openSqlite.ts";
import { storeFailure } from "./storeFailure.ts";

/** Held by whoever changes a store. */
export interface RunLock {
  readonly release: () => void;
}

const busy = 5;

/** Somebody who only looks whether it is taken has it for less than this, in milliseconds. */
const glance = 100;

/**
 * Takes the lock of a store. The operating system gives it back when the process ends, in whatever way, so that none is
 * left behind. Throws InputError where another process has it.
 */
export function acquireRunLock(path: string): RunLock {
  const file = lockFile(path);
  try {
    const database = openSqlite(file, glance);
    try {
      database.exec("BEGIN EXCLUSIVE");
    } catch (error) {
      database.close();
      throw error;
    }
    return { release: () => database.close() };
  } catch (error) {
    if (isBusy(error))
      throw new InputError(
        l10n.t`${path}: another run works on this job. Wait for its end, or end it; two would write the same accounts.`,
      );
    throw storeFailure(file, error);
  }
}

/** True while somebody has the lock of a store. */
export function isLocked(path: string): boolean {
  const file = lockFile(path);
  if (!existsSync(file)) return false;
  const database = openSqlite(file, 0);
  try {
    database.exec("SELECT count(*) FROM sqlite_schema");
    return false;
  } catch (error) {
    return isBusy(error);
  } finally {
    database.close();
  }
}

function lockFile(path: string): string {
  return `${path}-lock`;
}

function isBusy(error: unknown): boolean {
  return (error as { errcode?: number }).errcode === busy;
}
