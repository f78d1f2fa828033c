import type { FilterContender } from "./contender.ts";
import { filters, targetPaths } from "./filters.ts";
import { createScimUsers } from "./scimUsers.ts";

/** What one library did in a process of its own; each list has one entry for each filter. */
export interface Report {
  /** Of each filter whether it found whom it means; false also where the library does not know it. */
  readonly right: readonly boolean[];
  /** Filters parsed in a second, by pass. */
  readonly parses: readonly number[];
  /** The same of target attributes. */
  readonly paths: readonly number[];
  /** Users looked at in a second, the harmonic mean of the filters that are known, by pass. */
  readonly matches: readonly number[];
}

const [name = "", seconds = "0.05", passes = "2"] = process.argv.slice(2);
const { contender } = (await import(`./contenders/${name}.ts`)) as { contender: FilterContender };
const users = createScimUsers(20_000);
const right = filters.map(({ text, means }) => {
  try {
    const found = new Set(contender.find(text, users));
    return users.every(user => found.has(user) === means(user));
  } catch {
    return false;
  }
});
const known = filters.filter(({ text }) => isKnown(text)).map(({ text }) => text);
const counts = known.map(contender.prepare);
const all = Array.from({ length: Number(passes) + 1 });
const parses = all.map(() => harmonicMean(known.map(text => ratePerSecond(1, () => contender.parse(text)))));
const paths = all.map(() => harmonicMean(targetPaths.map(path => ratePerSecond(1, () => contender.parsePath(path)))));
const matches = all.map(() => harmonicMean(counts.map(count => ratePerSecond(users.length, () => count(users)))));
const report: Report = { right, parses: parses.slice(1), paths: paths.slice(1), matches: matches.slice(1) };
console.log(JSON.stringify(report));

function isKnown(text: string): boolean {
  try {
    contender.find(text, users.slice(0, 10));
    return true;
  } catch {
    return false;
  }
}

/** By the time that this thread was given, so that others on the machine count little. */
function ratePerSecond(size: number, work: () => unknown): number {
  const begun = processorSeconds();
  let count = 0;
  while (processorSeconds() - begun < Number(seconds)) {
    for (let burst = size === 1 ? 1000 : 1; burst > 0; burst--) {
      work();
      count += size;
    }
  }
  return count / (processorSeconds() - begun);
}

function processorSeconds(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1e6;
}

function harmonicMean(rates: readonly number[]): number {
  return rates.length / rates.reduce((sum, rate) => sum + 1 / rate, 0);
}
