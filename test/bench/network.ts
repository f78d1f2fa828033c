import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { exactly, type Row, summarise } from "./measure.ts";
import { type Address, barePool, mapwright } from "./network/contenders.ts";
import { startServer } from "./network/startServer.ts";
import type { Report, Task } from "./network/worker.ts";

const run = promisify(execFile);
const here = join(import.meta.dirname, "network");
const rounds = 5;

const names = { mapwright: "Mapwright", pool: "bare undici Pool", fetch: "built-in fetch" } as const;
type Name = keyof typeof names;

/** Requests a second of the SCIM client beside the least that can send the same, and what it adds to one request. */
export async function networkRows(): Promise<readonly Row[]> {
  const answerer = await startServer(join(here, "answerer.ts"));
  const sandbox = await startServer(join(here, "sandbox.ts"));
  try {
    return [
      ...(await throughputRows(answerer.address)),
      await overheadRow(answerer.address),
      ...(await sandboxRows(sandbox.address)),
    ];
  } finally {
    answerer.stop();
    sandbox.stop();
  }
}

async function throughputRows(address: Address): Promise<readonly Row[]> {
  const works = ["create", "no change", "update"];
  const task = { address, works, concurrency: 8, people: 500, slices: 12, ids: ["1"] };
  const reports = await compare(["mapwright", "pool", "fetch"], task);
  return works.flatMap(work => [
    row(`H1 ${work}`, work, reports, "pool", 0.7),
    row(`H2 ${work}`, work, reports, "fetch", 2),
  ]);
}

async function sandboxRows(address: Address): Promise<readonly Row[]> {
  const pool = barePool(address, 1);
  const created = await Promise.all(Array.from({ length: 50 }, (_, index) => pool.create(index)));
  const ids = created.flatMap(resource => (resource as { readonly id?: string }).id ?? []);
  if (ids.length !== created.length) throw new Error(`The sandbox refused: ${JSON.stringify(created[0])}.`);
  const works = ["no change", "update"];
  const reports = await compare(["mapwright", "pool"], {
    address,
    works,
    concurrency: 8,
    people: 100,
    slices: 10,
    ids,
  });
  return works.map(work => row(`H3 ${work}, against the sandbox`, work, reports, "pool", 0.95));
}

type Reports = ReadonlyMap<Name, readonly Report[]>;

/** Each in a process of its own, one after the other in each round. */
async function compare(contenders: readonly Name[], task: Omit<Task, "contender">): Promise<Reports> {
  const reports = new Map<Name, Report[]>(contenders.map(contender => [contender, []]));
  for (let round = 0; round < rounds; round++) {
    for (const contender of contenders) {
      const { stdout } = await run(process.execPath, [join(here, "worker.ts"), JSON.stringify({ ...task, contender })]);
      reports.get(contender)?.push(JSON.parse(stdout));
    }
  }
  return reports;
}

function row(name: string, work: string, reports: Reports, peer: Name, atLeast: number): Row {
  const rates = (contender: Name) => summarise((reports.get(contender) ?? []).flatMap(report => report[work] ?? []));
  return {
    name,
    unit: "requests/s",
    ours: rates("mapwright"),
    peer: { name: names[peer], sample: rates(peer) },
    goal: { of: "ratio", atLeast },
  };
}

/** One request at a time, by turns: what ours takes longer than the bare one, at the 95th percentile of either. */
async function overheadRow(address: Address): Promise<Row> {
  const [ours, theirs] = [mapwright(address, 1), barePool(address, 1)];
  const times = { ours: [] as number[], theirs: [] as number[] };
  for (let index = 0; index < 8000; index++) {
    times.ours.push(await timed(() => ours.read("1")));
    times.theirs.push(await timed(() => theirs.read("1")));
  }
  return {
    name: "added to one request, p95",
    unit: "ms",
    ours: exactly(percentile95(times.ours) - percentile95(times.theirs)),
    goal: { of: "figure", atMost: 1 },
  };
}

/** Without the first quarter, which only warms up. */
function percentile95(times: readonly number[]): number {
  const warm = times.slice(times.length / 4).toSorted((left, right) => left - right);
  return warm[Math.floor(warm.length * 0.95)] ?? Number.NaN;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}
