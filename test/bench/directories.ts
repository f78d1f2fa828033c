import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Row, summarise } from "./measure.ts";
import { run } from "./throughput/run.ts";
import { writeCsv, writeLines } from "./throughput/users.ts";

const here = join(import.meta.dirname, "throughput");
const rounds = 3;

/** Directories of many users, read as NDJSON and as CSV. A million users where `full`. */
export async function directoryRows(full: boolean): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "mapwright-bench-"));
  try {
    return await readingRows(folder, full ? 1_000_000 : 200_000);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Every way of reading in turn, so that all of them meet the same moments of the machine. */
async function readingRows(folder: string, count: number): Promise<readonly Row[]> {
  const [ndjson, csv] = [join(folder, "read.jsonl"), join(folder, "read.csv")];
  writeLines(ndjson, count, user => user);
  writeCsv(csv, count);
  const peers = await readInTurn(count, { "our NDJSON": ndjson, "readline + JSON.parse": ndjson });
  const tables = await readInTurn(count, { "our CSV": csv, "csv-parse": csv, papaparse: csv });
  const [ours, readline] = [peers["our NDJSON"], peers["readline + JSON.parse"]];
  const table = tables["our CSV"];
  return [
    reading("D1 NDJSON", "readline + JSON.parse", ours, readline, 1.4),
    {
      name: "D1 memory",
      unit: "MB",
      ours: summarise(ours?.map(({ megabytes }) => megabytes) ?? []),
      goal: { of: "figure", atMost: 150 },
    },
    reading("D2 CSV", "csv-parse", table, tables["csv-parse"], 4),
    reading("D2 CSV", "papaparse", table, tables.papaparse, 1.2),
  ];
}

interface Reading {
  readonly perSecond: number;
  readonly megabytes: number;
}

async function readInTurn(
  count: number,
  files: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, readonly Reading[]>>> {
  const readings: Record<string, Reading[]> = {};
  for (let round = 0; round < rounds; round++) {
    for (const [way, path] of Object.entries(files)) {
      const { tail } = await run([join(here, "readUsers.ts"), way, path]);
      const { rows, seconds, megabytes } = JSON.parse(tail);
      if (rows !== count && rows !== count + 1) throw new Error(`${way} read ${rows} of ${count} rows.`);
      readings[way] ??= [];
      readings[way].push({ perSecond: rows / seconds, megabytes });
    }
  }
  return readings;
}

function reading(
  name: string,
  peer: string,
  ours: readonly Reading[] = [],
  theirs: readonly Reading[] = [],
  atLeast = 1,
): Row {
  const rates = (readings: readonly Reading[]) => summarise(readings.map(({ perSecond }) => perSecond));
  return {
    name,
    unit: "rows/s",
    ours: rates(ours),
    peer: { name: peer, sample: rates(theirs) },
    goal: { of: "ratio", atLeast },
  };
}
