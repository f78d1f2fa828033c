import { createHmac, createSecretKey, randomBytes, randomUUID } from "node:crypto";
import { closeSync, existsSync, openSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import * as l10n from "@vscode/l10n";
import { type JobState, newJob } from "../../engine/cycle/jobState.ts";
import type { JobStore } from "../../engine/cycle/jobStore.ts";
import { InputError } from "../inputError.ts";
import { type Database, openDatabase } from "./database.ts";
import { keptReferences } from "./keptReferences.ts";
import { knownObjects } from "./knownObjects.ts";
import { migrate } from "./migrations.ts";
import { type ProvisioningLog, provisioningLog } from "./provisioningLog.ts";
import { escrows, intents, stagedDeletions } from "./records.ts";

/** The store of a job in a file. */
export interface OpenStore extends JobStore {
  readonly provisioningLog: ProvisioningLog;
  readonly close: () => void;
}

/** Whose accounts a store knows. */
export interface StoreOwner {
  readonly application: string;
  /** The tenant URL, or `sandbox`. */
  readonly endpoint: string;
}

/** True where a job has been stored. */
export function hasStore(path: string): boolean {
  return existsSync(path);
}

/**
 * Opens or creates the store of a job. Throws InputError for a file that cannot be used, and for one that knows the
 * accounts of another application or endpoint.
 */
export function openStore(path: string, owner: StoreOwner): OpenStore {
  if (path !== ":memory:" && !hasStore(path)) createPrivate(path);
  const database = openDatabase(path);
  try {
    migrate(database, path);
    return storeIn(database, path, owner);
  } catch (error) {
    database.close();
    throw error;
  }
}

function storeIn(database: Database, path: string, owner: StoreOwner): OpenStore {
  const members = jobMembers(database);
  refuseOthers(path, members, owner);
  const key = createSecretKey(
    members.get("hashKey", () => randomBytes(32).toString("hex")),
    "hex",
  );
  const jobId = members.get("jobId", randomUUID);
  database.commit();
  const log = provisioningLog(database);
  return {
    state: () => (JSON.parse(members.find("state") ?? "null") as JobState | null) ?? newJob(jobId),
    setState: state => members.set("state", JSON.stringify(state)),
    objects: knownObjects(database),
    references: keptReferences(database),
    escrows: escrows(database),
    intents: intents(database),
    staged: stagedDeletions(database),
    log: log.add,
    hash: text => createHmac("sha256", key).update(text).digest("base64url"),
    commit: database.commit,
    stored: sharing(database.commit),
    provisioningLog: log,
    close: database.close,
  };
}

/** A commit for all who ask in one turn of the event loop: it writes the same pages for many of them. */
function sharing(commit: () => void): () => Promise<void> {
  const turn: { ended?: Promise<void> } = {};
  return () => {
    turn.ended ??= setImmediate().then(() => {
      delete turn.ended;
      commit();
    });
    return turn.ended;
  };
}

/** It holds what people are called. */
function createPrivate(path: string): void {
  try {
    closeSync(openSync(path, "a", 0o600));
  } catch (error) {
    throw new InputError(l10n.t`${path}: the store cannot be created. Check the permissions of its folder.`, {
      cause: error,
    });
  }
}

interface JobMembers {
  readonly find: (name: string) => string | undefined;
  /** The text of that name, which is created where there is none. */
  readonly get: (name: string, create: () => string) => string;
  readonly set: (name: string, value: string) => void;
}

function jobMembers(database: Database): JobMembers {
  const read = database.prepare("SELECT value FROM job WHERE name = ?");
  const write = database.prepare("INSERT OR REPLACE INTO job (name, value) VALUES (?, ?)");
  const find = (name: string) => {
    const row = read.get(name);
    return row === undefined ? undefined : String(row.value);
  };
  return {
    find,
    get(name, create) {
      const known = find(name);
      if (known !== undefined) return known;
      const value = create();
      write.run(name, value);
      return value;
    },
    set: (name, value) => write.run(name, value),
  };
}

function refuseOthers(path: string, members: JobMembers, { application, endpoint }: StoreOwner): void {
  const known = members.get("application", () => application);
  const at = members.get("endpoint", () => endpoint);
  if (known !== application)
    throw new InputError(
      l10n.t`${path}: this store is of the application "${known}". Give one of the two another name.`,
    );
  if (at !== endpoint)
    throw new InputError(
      l10n.t`${path}: this store knows the accounts of ${at}, and the environment is ${endpoint} now. Name that one in an environment of its own, or move the store away: accounts are found again by matching.`,
    );
}
