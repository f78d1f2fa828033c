import type { ExportedValues, KnownObject, KnownObjects, Reading } from "../../engine/cycle/jobStore.ts";
import type { Database, Row } from "./database.ts";

const columns = "number, id, type, name, standing, target_id, fingerprint";
const page = 1000;

/** So many objects are remembered: those that a cycle works on are asked for several times each. */
const remembered = 4096;

/** The table of objects. */
export function knownObjects(database: Database): KnownObjects {
  const byId = database.prepare(`SELECT ${columns} FROM object WHERE id = ?`);
  const byTarget = database.prepare(`SELECT ${columns} FROM object WHERE type = ? AND target_id = ?`);
  const exportedOf = database.prepare("SELECT exported FROM object WHERE id = ?");
  const write = database.prepare(
    `INSERT INTO object (id, type, name, standing, target_id, fingerprint, exported) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET type = excluded.type, name = excluded.name, standing = excluded.standing,
       target_id = excluded.target_id, fingerprint = excluded.fingerprint,
       exported = coalesce(excluded.exported, exported)`,
  );
  const take = database.prepare(
    "UPDATE object SET target_id = NULL, standing = 'outside' WHERE type = ? AND target_id = ? AND id <> ?",
  );
  const counted = database.prepare("SELECT count(*) AS count FROM object WHERE type = ? AND target_id IS NOT NULL");
  const forgotten = [
    "object WHERE id",
    "reference WHERE object_id",
    "escrow WHERE object_id",
    "staged WHERE object_id",
  ];
  const forget = forgotten.map(rows => database.prepare(`DELETE FROM ${rows} = ?`));
  const clear = ["object", "reference", "staged"].map(table => database.prepare(`DELETE FROM ${table}`));
  const recent = new Map<string, KnownObject | undefined>();
  const remember = (id: string, object: KnownObject | undefined) => {
    if (recent.size >= remembered) recent.clear();
    recent.set(id, object);
    return object;
  };
  const holder: KnownObjects["holder"] = (objectType, targetId) => objectIn(byTarget.get(objectType, targetId));
  return {
    find: id => (recent.has(id) ? recent.get(id) : remember(id, objectIn(byId.get(id)))),
    holder,
    exported: id => JSON.parse(String(exportedOf.get(id)?.exported ?? "{}")) as ExportedValues,
    keep(object, exported) {
      const { id, objectType, name, standing, targetId, fingerprint } = object;
      const isHolder = targetId === undefined || recent.get(id)?.targetId === targetId;
      const before = isHolder ? undefined : holder(objectType, targetId);
      if (before !== undefined && before.id !== id) {
        take.run(objectType, before.targetId ?? null, id);
        recent.delete(before.id);
      }
      const values = exported === undefined ? null : JSON.stringify(exported);
      write.run(id, objectType, name, standing, targetId ?? null, fingerprint ?? null, values);
      remember(id, object);
    },
    forget: id => {
      for (const statement of forget) statement.run(id);
      recent.delete(id);
    },
    beginReading: () => beginReading(database, remember),
    countProvisioned: objectType => Number(counted.get(objectType)?.count),
    clear: () => {
      for (const statement of clear) statement.run();
      recent.clear();
    },
  };
}

function objectIn(row: Row | undefined): KnownObject | undefined {
  return row === undefined ? undefined : knownObject(row);
}

function knownObject({ id, type, name, standing, target_id, fingerprint }: Row): KnownObject {
  return {
    id: String(id),
    objectType: type as KnownObject["objectType"],
    name: String(name),
    standing: standing as KnownObject["standing"],
    ...(target_id !== null && { targetId: String(target_id) }),
    ...(fingerprint !== null && { fingerprint: String(fingerprint) }),
  };
}

/** One bit for each object that was known at the beginning. What is seen is remembered. */
function beginReading(
  database: Database,
  remember: (id: string, object: KnownObject | undefined) => KnownObject | undefined,
): Reading {
  const among = database.prepare(`SELECT ${columns} FROM object WHERE id IN (SELECT value FROM json_each(?))`);
  const after = database.prepare(
    `SELECT ${columns} FROM object WHERE number > ? AND number <= ? ORDER BY number LIMIT ${page}`,
  );
  const last = Number(database.prepare("SELECT coalesce(max(number), 0) AS last FROM object").get()?.last);
  const seen = new Uint8Array((last >> 3) + 1);
  return {
    see(ids) {
      const found = new Map<string, KnownObject>();
      for (const row of among.all(JSON.stringify(ids))) {
        const number = Number(row.number);
        const index = number >> 3;
        seen[index] = (seen[index] ?? 0) | (1 << (number & 7));
        const object = knownObject(row);
        found.set(object.id, object);
      }
      return ids.map(id => remember(id, found.get(id)));
    },
    *unseen() {
      let rows = after.all(0, last);
      while (rows.length > 0) {
        for (const row of rows) {
          const number = Number(row.number);
          if (((seen[number >> 3] ?? 0) & (1 << (number & 7))) === 0) yield knownObject(row);
        }
        rows = after.all(Number(rows.at(-1)?.number), last);
      }
    },
  };
}
