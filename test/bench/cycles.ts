import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { writePeople } from "./cycles/people.ts";
import type { Planned } from "./cycles/planWorker.ts";
import { phases, type Report, type Task } from "./cycles/task.ts";
import { exactly, type Row, summarise } from "./measure.ts";
import { startServer } from "./network/startServer.ts";

const run = promisify(execFile);
const here = join(import.meta.dirname, "cycles");
const answerer = join(here, "answerer.ts");
const sandbox = join(import.meta.dirname, "network", "sandbox.ts");
const rounds = 3;

/** What whole cycles take beside a bare loop that sends the same requests, as many at a time. */
export async function cycleRows(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "mapwright-bench-"));
  try {
    return [
      ...(await comparedRows("plain answerer", answerer, 10_000, 0.7, folder)),
      ...(await comparedRows("sandbox", sandbox, 2000, 0.95, folder)),
      await overheadRow(folder),
      ...(await planningRows(folder)),
      ...(await unchangedRows(folder)),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function comparedRows(server: string, file: string, count: number, atLeast: number, folder: string) {
  write(folder, count);
  await report("cycleWorker.ts", file, { folder, concurrency: 8, isRecording: true });
  const [ours, bare]: [Report[], Report[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    ours.push(await report("cycleWorker.ts", file, { folder, concurrency: 8 }));
    bare.push(await report("poolWorker.ts", file, { folder, concurrency: 8 }));
  }
  return phases.flatMap((phase): readonly Row[] => {
    const rate = (all: readonly Report[]) =>
      summarise(all.map(({ [phase]: { requests, seconds } }) => requests / seconds));
    const processor = (all: readonly Report[]) => summarise(all.map(one => (one[phase].processor / count) * 1e6));
    const name = `H1 cycle of ${count.toLocaleString("en-US")}, ${phase}, ${server}`;
    const peer = (sample: Row["ours"]) => ({ name: "bare undici Pool", sample });
    return [
      { name, unit: "requests/s", ours: rate(ours), peer: peer(rate(bare)), goal: { of: "ratio", atLeast } },
      { name: "its processor time for a user", unit: "µs", ours: processor(ours), peer: peer(processor(bare)) },
    ];
  });
}

/** One object at a time: what is done for it beside its requests, for each request. */
async function overheadRow(folder: string): Promise<Row> {
  write(folder, 2000);
  const measured = await report("cycleWorker.ts", answerer, { folder, concurrency: 1 });
  const overheads = phases.flatMap(phase => measured[phase].overheads).toSorted((left, right) => left - right);
  return {
    name: "added to one request of a cycle, p95",
    unit: "ms",
    ours: exactly(overheads[Math.floor(overheads.length * 0.95)] ?? Number.NaN),
    goal: { of: "figure", atMost: 1 },
  };
}

/** What is done for an object beside its requests, the source and the store: scope, mapping, comparison and the request to write. */
async function planningRows(folder: string): Promise<readonly Row[]> {
  write(folder, 10_000);
  const { created, unchanged }: Planned = JSON.parse(
    (await run(process.execPath, [join(here, "planWorker.ts"), folder])).stdout,
  );
  const goal = { of: "figure", atLeast: 60_000 } as const;
  return [
    { name: "planning alone, 25 attributes, to create", unit: "users/s", ours: summarise(created), goal },
    { name: "planning alone, 25 attributes, no change", unit: "users/s", ours: summarise(unchanged), goal },
  ];
}

/** A cycle in which nothing has changed reads the source once and asks whether the target is there. */
async function unchangedRows(folder: string): Promise<readonly Row[]> {
  const count = 100_000;
  writePeople(join(folder, "earlier.jsonl"), count);
  const cycle = async () =>
    JSON.parse((await run(process.execPath, [join(here, "unchangedWorker.ts"), folder])).stdout);
  const first = await cycle();
  const { requests, seconds, megabytes } = await cycle();
  if (requests !== 1) throw new Error(`${requests} requests were sent although nothing had changed.`);
  return [
    { name: "cycle of 100,000 without a change", unit: "users/s", ours: exactly(count / seconds) },
    { name: "memory of the cycle before, which creates them", unit: "MB", ours: exactly(first.megabytes) },
    { name: "its memory", unit: "MB", ours: exactly(megabytes) },
  ];
}

function write(folder: string, count: number): void {
  writePeople(join(folder, "earlier.jsonl"), count);
  writePeople(join(folder, "later.jsonl"), count, "later");
}

/** A worker and its server, each in a process of its own, which begin with nothing. */
async function report(worker: string, server: string, task: Omit<Task, "address">): Promise<Report> {
  const { address, stop } = await startServer(server);
  try {
    const { stdout } = await run(process.execPath, [join(here, worker), JSON.stringify({ ...task, address })]);
    return JSON.parse(stdout);
  } finally {
    stop();
  }
}
