import { openDatabase } from "../../server/src/connectors/store/database.ts";
import { migrate } from "../../server/src/connectors/store/migrations.ts";
import { acquireRunLock } from "../../server/src/connectors/store/runLock.ts";

/** A process of its own that does one thing with a store and is killed: migrates it until the statement of that number, or holds its lock. */
const [, , path = "", what = "", statements = "0"] = process.argv;

if (what === "migrate") {
  const database = openDatabase(path);
  let count = 0;
  const exec = (sql: string) => {
    database.exec(sql);
    if (++count === Number(statements)) process.kill(process.pid, "SIGKILL");
  };
  migrate({ ...database, exec }, path);
}

if (what === "lock") {
  const lock = acquireRunLock(path);
  process.on("exit", lock.release);
  console.log("locked");
  setInterval(() => {}, 1000);
}
