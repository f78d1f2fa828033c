import { barePool, builtInFetch, type Contender, mapwright } from "./contenders.ts";
import { type Work, works } from "./works.ts";

/** Requests a second by the name of the work, one figure for each slice. */
export type Report = Readonly<Record<string, readonly number[]>>;

/** What a worker is told, as JSON. */
export interface Task {
  readonly contender: "mapwright" | "pool" | "fetch";
  readonly address: { readonly url: string; readonly token: string };
  readonly works: readonly string[];
  readonly concurrency: number;
  /** How many people a slice has; the first slices only warm up. */
  readonly people: number;
  readonly slices: number;
  readonly ids: readonly string[];
}

const task: Task = JSON.parse(process.argv[2] ?? "");
const contender = open(task);
const report: Record<string, number[]> = {};
for (const work of works.filter(({ name }) => task.works.includes(name))) report[work.name] = await measure(work);
process.stdout.write(JSON.stringify(report), () => process.exit());

function open({ contender, address, concurrency }: Task): Contender {
  switch (contender) {
    case "mapwright":
      return mapwright(address, concurrency);
    case "pool":
      return barePool(address, concurrency);
    case "fetch":
      return builtInFetch(address);
  }
}

async function measure(work: Work): Promise<number[]> {
  const rates: number[] = [];
  for (let slice = -4; slice < task.slices; slice++) {
    const begun = performance.now();
    await all(work);
    const seconds = (performance.now() - begun) / 1000;
    if (slice >= 0) rates.push((task.people * work.requests) / seconds);
  }
  return rates;
}

async function all({ run }: Work): Promise<void> {
  let next = 0;
  const worker = async () => {
    while (next < task.people) await run(contender, next++, task.ids);
  };
  await Promise.all(Array.from({ length: task.concurrency }, worker));
}
