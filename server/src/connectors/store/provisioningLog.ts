import type { LogEntry, LoggedAction, LoggedStatus, NumberedEntry } from "../../engine/cycle/logEntry.ts";
import type { Database } from "./database.ts";

/** How long entries are kept, in milliseconds: 30 days, as Entra does with a licence (reference-reports-data-retention). */
const retention = 30 * 24 * 60 * 60 * 1000;

/** Which entries are wanted. */
export interface LogFilter {
  /** A part of an id or name of the object, in any case. */
  readonly subject?: string;
  readonly action?: LoggedAction;
  readonly status?: LoggedStatus;
  /** Entries behind the one with this number. */
  readonly after?: number;
  /** The newest so many. */
  readonly limit: number;
}

/** The provisioning log of a job. */
export interface ProvisioningLog {
  readonly add: (entry: LogEntry) => void;
  /** The oldest first. */
  readonly find: (filter: LogFilter) => readonly NumberedEntry[];
  /** Forgets what is older than Entra keeps it. */
  readonly prune: (now: number) => void;
}

/** The table of log entries. */
export function provisioningLog(database: Database): ProvisioningLog {
  const write = database.prepare("INSERT INTO log (at, action, status, subject, entry) VALUES (?, ?, ?, ?, ?)");
  const prune = database.prepare("DELETE FROM log WHERE at < ?");
  const find = database.prepare(
    `SELECT number, entry FROM (
       SELECT number, entry FROM log
       WHERE number > ?1 AND (?2 IS NULL OR instr(subject, ?2) > 0) AND (?3 IS NULL OR action = ?3)
         AND (?4 IS NULL OR status = ?4)
       ORDER BY number DESC LIMIT ?5)
     ORDER BY number`,
  );
  return {
    add: entry => {
      const { activityDateTime, provisioningAction, provisioningStatusInfo } = entry;
      const at = Date.parse(activityDateTime);
      write.run(at, provisioningAction, provisioningStatusInfo.status, subjectOf(entry), JSON.stringify(entry));
    },
    find: ({ subject, action, status, after = 0, limit }) =>
      find
        .all(after, subject?.toLowerCase() ?? null, action ?? null, status ?? null, limit)
        .map(row => ({ number: Number(row.number), entry: JSON.parse(String(row.entry)) as LogEntry })),
    prune: now => prune.run(now - retention),
  };
}

function subjectOf({ sourceIdentity: { id, displayName, details }, targetIdentity }: LogEntry): string {
  return [id, displayName, ...Object.values(details), targetIdentity.id].join("\n").toLowerCase();
}
