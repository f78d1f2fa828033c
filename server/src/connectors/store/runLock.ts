import { InputError } from "../inputError.ts";
import { openSqlite } from "./openSqlite.ts";
import { storeFailure } from "./storeFailure.ts";

/** Held by whoever changes a store. */
export interface RunLock {
  readonly release: () => void;
}

const busy = 5;

/**
 * Takes the lock of a store. The operating system gives it back when the process ends, in whatever way, so that none is
 * left behind. Throws InputError where another process has it.
 */
export function acquireRunLock(path: string): RunLock {
  const file = `${path}-lock`;
  try {
    const database = openSqlite(file, 0);
    try {
      database.exec("BEGIN EXCLUSIVE");
    } catch (error) {
      database.close();
      throw error;
    }
    return { release: () => database.close() };
  } catch (error) {
    if ((error as { errcode?: number }).errcode === busy)
      throw new InputError(
        `${path}: another run works on this job. Wait for its end, or end it; two would write the same accounts.`,
      );
    throw storeFailure(file, error);
  }
}
