import type { KeptReference, KeptReferences } from "../../engine/cycle/jobStore.ts";
import type { Database, Row } from "./database.ts";

/** The table of reference attributes. */
export function keptReferences(database: Database): KeptReferences {
  const one = database.prepare("SELECT * FROM reference WHERE object_id = ? AND attribute = ?");
  const all = database.prepare("SELECT * FROM reference WHERE object_id = ? ORDER BY attribute");
  const write = database.prepare(
    `INSERT OR REPLACE INTO reference (object_id, attribute, wanted, held, shown, generation, status)
     VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const unsettled = database.prepare(
    `SELECT DISTINCT object_id FROM reference WHERE status <> 'settled' AND object_id > ? ORDER BY object_id LIMIT ?`,
  );
  return {
    find(objectId, attribute) {
      const row = one.get(objectId, attribute);
      return row === undefined ? undefined : keptReference(row);
    },
    keep: (objectId, attribute, { wanted, held, shown, generation, status }) =>
      write.run(objectId, attribute, JSON.stringify(wanted), ids(held), ids(shown), generation, status),
    unsettled: (after, limit) => unsettled.all(after, limit).map(row => String(row.object_id)),
    of: objectId => new Map(all.all(objectId).map(row => [String(row.attribute), keptReference(row)])),
  };
}

function ids(list: readonly string[] | undefined): string | null {
  return list === undefined ? null : JSON.stringify(list);
}

function keptReference({ wanted, held, shown, generation, status }: Row): KeptReference {
  return {
    wanted: JSON.parse(String(wanted)),
    ...(held !== null && { held: JSON.parse(String(held)) }),
    ...(shown !== null && { shown: JSON.parse(String(shown)) }),
    generation: String(generation),
    status: status as KeptReference["status"],
  };
}
