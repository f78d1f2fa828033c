import type { SQLInputValue, StatementSync } from "node:sqlite";
import { openSqlite } from "./openSqlite.ts";
import { storeFailure } from "./storeFailure.ts";

/** A row as SQLite gives it. */
export type Row = Readonly<Record<string, unknown>>;

/** A prepared statement. Every member throws InputError where the file cannot be read or written. */
export interface Statement {
  /** Changes something; it counts once `commit` was called. */
  readonly run: (...values: readonly SQLInputValue[]) => void;
  readonly get: (...values: readonly SQLInputValue[]) => Row | undefined;
  readonly all: (...values: readonly SQLInputValue[]) => readonly Row[];
}

/** An SQLite file. What is changed between two commits is there whole or not at all, whenever the process ends. */
export interface Database {
  readonly prepare: (sql: string) => Statement;
  readonly exec: (sql: string) => void;
  readonly commit: () => void;
  readonly close: () => void;
}

/**
 * How many pages of 4 KB, 128 MB in all, the log may hold before they are moved into the file. A cycle stands still
 * meanwhile; the longer the log, the more changes of a page are moved at once.
 */
const longestLog = 32_000;

/**
 * Opens or creates an SQLite file with a write-ahead log, so that others may read while one writes. Throws InputError
 * where that cannot be. Another program's lock is waited for as long as `patience` says, in milliseconds.
 */
export function openDatabase(path: string, patience = 5000): Database {
  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      throw storeFailure(path, error);
    }
  };
  const file = guarded(() => openSqlite(path, patience));
  let isOpen = false;
  const begin = () => {
    if (!isOpen) file.exec("BEGIN IMMEDIATE");
    isOpen = true;
  };
  guarded(() =>
    file.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = ${longestLog}`),
  );
  return {
    prepare: sql => {
      const statement: StatementSync = guarded(() => file.prepare(sql));
      return {
        run: (...values) =>
          guarded(() => {
            begin();
            statement.run(...values);
          }),
        get: (...values) => guarded(() => statement.get(...values)),
        all: (...values) => guarded(() => statement.all(...values)),
      };
    },
    exec: sql => guarded(() => file.exec(sql)),
    commit: () =>
      guarded(() => {
        if (isOpen) file.exec("COMMIT");
        isOpen = false;
      }),
    close: () => file.close(),
  };
}
