import { createHash } from "node:crypto";
import type { Contender } from "./contender.ts";
import { createUsers } from "./users.ts";

/** What one contender did in a process of its own. */
export interface Report {
  /** The most a second of each workload, in the passes of this process; `row block` is that of `row` in blocks. */
  readonly rates: Readonly<Record<string, readonly number[]>>;
  /** A digest of what each workload gives for the first users. */
  readonly digests: Readonly<Record<string, string>>;
}

const checked = 2000;
const blockSize = 128;

const [name = "", users = "100000", seconds = "0.5", passes = "3"] = process.argv.slice(2);
const { contender } = (await import(`./contenders/${name}.ts`)) as { contender: Contender };
const subjects = createUsers(Number(users)).map(contender.subject);
const blocks = Array.from({ length: Math.ceil(subjects.length / blockSize) }, (_, index) =>
  subjects.slice(index * blockSize, (index + 1) * blockSize),
);

const rates: Record<string, number[]> = {};
const digests: Record<string, string> = {};
const { compile } = contender;
if (compile !== undefined) rates.compile = await rateOf(() => compile(), 3);
for (const [workload, run] of Object.entries(contender.run)) {
  const results: unknown[] = [];
  for (const subject of subjects.slice(0, checked)) results.push(await run(subject));
  digests[workload] = digest(results);
  rates[workload] = await rateOf(index => run(subjects[index % subjects.length]), 1);
}
for (const [workload, run] of Object.entries(contender.blocks ?? {})) {
  const rows = blocks.slice(0, Math.ceil(checked / blockSize)).flatMap(each => transposed(run(each)));
  digests[`${workload} block`] = digest((workload === "row" ? rows : rows.flat()).slice(0, checked));
  rates[`${workload} block`] = await rateOf(index => run(blocks[index % blocks.length] ?? []), blockSize);
}
console.log(JSON.stringify({ rates, digests } satisfies Report));

function transposed(columns: readonly (readonly unknown[])[]): readonly unknown[][] {
  return (columns[0] ?? []).map((_, index) => columns.map(column => column[index]));
}

function digest(results: readonly unknown[]): string {
  return createHash("sha256").update(JSON.stringify(results)).digest("hex");
}

/** How often a second, in each pass behind one that warms up. */
async function rateOf(run: (index: number) => unknown, each: number): Promise<number[]> {
  const measured: number[] = [];
  let index = 0;
  for (let pass = 0; pass <= Number(passes); pass++) {
    const begun = performance.now();
    const first = index;
    while (performance.now() - begun < Number(seconds) * 1000) {
      for (const until = index + 64; index < until; index++) {
        const result = run(index);
        if (result instanceof Promise) await result;
      }
    }
    measured.push(((index - first) * each) / ((performance.now() - begun) / 1000));
  }
  return measured.slice(1);
}
