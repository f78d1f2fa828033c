import type { Escrow, Escrows, Intent, Intents, StagedDeletion, StagedDeletions } from "../../engine/cycle/jobStore.ts";
import type { Database, Row } from "./database.ts";

/** The table of objects that failed. */
export function escrows(database: Database): Escrows {
  const one = database.prepare("SELECT record FROM escrow WHERE object_id = ?");
  const oldest = database.prepare("SELECT record FROM escrow ORDER BY first_failure, object_id LIMIT ?");
  const before = database.prepare("SELECT record FROM escrow WHERE first_failure < ? ORDER BY first_failure");
  const count = database.prepare("SELECT count(*) AS count FROM escrow WHERE kind = ?");
  const write = database.prepare(
    "INSERT OR REPLACE INTO escrow (object_id, kind, first_failure, record) VALUES (?, ?, ?, ?)",
  );
  const drop = database.prepare("DELETE FROM escrow WHERE object_id = ?");
  const clear = database.prepare("DELETE FROM escrow");
  return {
    find(objectId) {
      const row = one.get(objectId);
      return row === undefined ? undefined : recordOf<Escrow>(row);
    },
    keep: escrow => write.run(escrow.objectId, escrow.kind, escrow.firstFailure, JSON.stringify(escrow)),
    drop: objectId => drop.run(objectId),
    all: limit => oldest.all(limit).map(recordOf<Escrow>),
    count: kind => Number(count.get(kind)?.count),
    expire(instant) {
      const expired = before.all(instant).map(recordOf<Escrow>);
      for (const { objectId } of expired) drop.run(objectId);
      return expired;
    },
    clear: () => clear.run(),
  };
}

/** The table of creations that were about to be sent. */
export function intents(database: Database): Intents {
  const all = database.prepare("SELECT record FROM intent ORDER BY rowid");
  const write = database.prepare("INSERT OR REPLACE INTO intent (object_id, record) VALUES (?, ?)");
  const drop = database.prepare("DELETE FROM intent WHERE object_id = ?");
  return {
    add: intent => write.run(intent.objectId, JSON.stringify(intent)),
    drop: objectId => drop.run(objectId),
    all: () => all.all().map(recordOf<Intent>),
  };
}

/** The table of deletions that were held back. */
export function stagedDeletions(database: Database): StagedDeletions {
  const one = database.prepare("SELECT 1 FROM staged WHERE object_id = ?");
  const first = database.prepare("SELECT record FROM staged ORDER BY object_id LIMIT ?");
  const count = database.prepare("SELECT count(*) AS count FROM staged");
  const write = database.prepare("INSERT OR REPLACE INTO staged (object_id, record) VALUES (?, ?)");
  const clear = database.prepare("DELETE FROM staged");
  return {
    has: objectId => one.get(objectId) !== undefined,
    add: deletion => write.run(deletion.objectId, JSON.stringify(deletion)),
    all: limit => first.all(limit).map(recordOf<StagedDeletion>),
    count: () => Number(count.get()?.count),
    clear: () => clear.run(),
  };
}

function recordOf<T>({ record }: Row): T {
  return JSON.parse(String(record)) as T;
}
