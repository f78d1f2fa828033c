import { closeSync, openSync, writeSync } from "node:fs";
import { entraText } from "../expressions/entraText.ts";
import { row } from "../expressions/mappings.ts";
import { createUsers, type User } from "../expressions/users.ts";

/** Writes a file of so many lines, each made of a user and its number; the users repeat after 100,000. */
export function writeLines(path: string, count: number, line: (user: User, index: number) => unknown): void {
  const users = createUsers(Math.min(count, 100_000));
  const file = openSync(path, "w");
  for (let start = 0; start < count; start += 10_000) {
    const size = Math.min(10_000, count - start);
    const lines = Array.from({ length: size }, (_, offset) => {
      const user = users[(start + offset) % users.length];
      return user === undefined ? "" : `${JSON.stringify(line(user, start + offset))}\n`;
    });
    writeSync(file, lines.join(""));
  }
  closeSync(file);
}

/** The same people as CSV, with a header. */
export function writeCsv(path: string, count: number): void {
  const users = createUsers(Math.min(count, 100_000));
  const names = Object.keys(users[0] ?? {}) as (keyof User)[];
  const rows = users.map(user => `${names.map(name => field(String(user[name] ?? ""))).join(",")}\n`);
  const file = openSync(path, "w");
  writeSync(file, `${names.join(",")}\n`);
  for (let written = 0; written < count; written += rows.length)
    writeSync(file, rows.slice(0, count - written).join(""));
  closeSync(file);
}

function field(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The five expressions of a batch: one of each kind. */
export const expressions = row.slice(0, 5).map(entraText);
