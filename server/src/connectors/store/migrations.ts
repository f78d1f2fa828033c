import * as l10n from "@vscode/l10n";
import { InputError } from "../inputError.ts";
import type { Database } from "./database.ts";

/** What makes a new file of an empty one, step by step. A step that was released is never changed: a later one follows it. */
export const migrations: readonly string[] = [
  `CREATE TABLE job (name TEXT PRIMARY KEY, value TEXT NOT NULL);
   CREATE TABLE object (
     number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, type TEXT NOT NULL, name TEXT NOT NULL,
     standing TEXT NOT NULL, target_id TEXT, fingerprint TEXT, exported TEXT);
   CREATE INDEX object_by_target ON object (type, target_id) WHERE target_id IS NOT NULL;
   CREATE TABLE reference (
     object_id TEXT NOT NULL, attribute TEXT NOT NULL, wanted TEXT NOT NULL, held TEXT, shown TEXT,
     generation TEXT NOT NULL, status TEXT NOT NULL, PRIMARY KEY (object_id, attribute));
   CREATE INDEX reference_unsettled ON reference (object_id) WHERE status <> 'settled';
   CREATE TABLE escrow (
     object_id TEXT PRIMARY KEY, kind TEXT NOT NULL, first_failure INTEGER NOT NULL, record TEXT NOT NULL);
   CREATE INDEX escrow_by_age ON escrow (first_failure);
   CREATE TABLE intent (object_id TEXT PRIMARY KEY, record TEXT NOT NULL);
   CREATE TABLE staged (object_id TEXT PRIMARY KEY, record TEXT NOT NULL);`,
  `CREATE TABLE log (
     number INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, action TEXT NOT NULL, status TEXT NOT NULL,
     subject TEXT NOT NULL, entry TEXT NOT NULL);
   CREATE INDEX log_by_age ON log (at);`,
];

/**
 * Brings a file to the newest version, each step whole or not at all. Throws InputError for a file that a later Mapwright
 * has written.
 */
export function migrate(database: Database, path: string, steps: readonly string[] = migrations): void {
  while (versionOf(database) < steps.length) {
    database.exec("BEGIN IMMEDIATE");
    const version = versionOf(database);
    const step = steps[version];
    if (step !== undefined) database.exec(`${step} PRAGMA user_version = ${version + 1};`);
    database.exec("COMMIT");
  }
  if (versionOf(database) > steps.length)
    throw new InputError(l10n.t`${path}: a later version of Mapwright has written this store. Use that one.`);
}

function versionOf(database: Database): number {
  return Number(database.prepare("PRAGMA user_version").get()?.user_version ?? 0);
}
