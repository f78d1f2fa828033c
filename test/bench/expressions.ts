import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Report } from "./expressions/worker.ts";
import { type Goal, type Row, type Sample, summarise } from "./measure.ts";

const run = promisify(execFile);
const worker = join(import.meta.dirname, "expressions", "worker.ts");
const rounds = 3;

const contenders = {
  mapwright: "Mapwright",
  handWritten: "by hand, naive string functions",
  handTuned: "by hand, tuned",
  jsonata: "JSONata 2.2.2",
  celJs: "@marcbachmann/cel-js 8.0.0",
  filtrex: "filtrex 3.1.0",
  jsonLogic: "json-logic-engine 5.0.7, build()",
} as const;

type Name = keyof typeof contenders;

/**
 * Expressions over 100,000 users, 30 % of them with given names beyond ASCII. Every contender runs in a process of its
 * own, one after the other in each round; what they give is compared before a figure counts.
 */
export async function expressionRows(): Promise<readonly Row[]> {
  const reports = new Map<Name, Report[]>();
  for (let round = 0; round < rounds; round++) {
    for (const name of Object.keys(contenders) as Name[]) {
      reports.set(name, [...(reports.get(name) ?? []), await report(name)]);
    }
  }
  check(reports);
  return rowsOf((name, workload) => summarise((reports.get(name) ?? []).flatMap(({ rates }) => rates[workload] ?? [])));
}

async function report(name: Name): Promise<Report> {
  const { stdout } = await run(process.execPath, [worker, name, "100000", "0.3", "2"], { maxBuffer: 1 << 24 });
  return JSON.parse(stdout);
}

/** A contender that gives anything else than the code written by hand has no figures. */
function check(reports: ReadonlyMap<Name, readonly Report[]>): void {
  const right: Readonly<Record<string, string>> = reports.get("handWritten")?.[0]?.digests ?? {};
  const wrong = [...reports].flatMap(([name, [first]]) =>
    Object.entries(first?.digests ?? {})
      .filter(([workload, digest]) => digest !== (right[workload.replace(" block", "")] ?? digest))
      .map(([workload]) => `${name}: ${workload}`),
  );
  if (wrong.length > 0) throw new Error(`These give other results than the code written by hand: ${wrong.join(", ")}.`);
}

type Rates = (name: Name, workload: string) => Sample;

function rowsOf(rates: Rates): readonly Row[] {
  const row = (name: string, ours: Sample, peer: Name, theirs: Sample, goal: Goal["atLeast"]): Row => ({
    name,
    unit: "/s",
    ours,
    peer: { name: contenders[peer], sample: theirs },
    ...(goal !== undefined && { goal: { of: "ratio", atLeast: goal } }),
  });
  const rows = (peer: Name) => fastest(rates, peer, "row");
  const ours = rows("mapwright");
  const thirty = (label: string, peer: Name, goal: number) =>
    row(`${label} 30 mappings a user`, ours, peer, rows(peer), goal);
  return [
    thirty("E1", "jsonata", 50),
    thirty("E2", "handWritten", 1.1),
    thirty("E3", "handTuned", 0.4),
    thirty("E4", "celJs", 3),
    thirty("E4", "filtrex", 3),
    thirty("E5", "jsonLogic", 1.3),
    row("   one user after the other", rates("mapwright", "row"), "jsonata", rates("jsonata", "row"), undefined),
    row("E6 three named expressions", named(rates, "mapwright"), "jsonata", named(rates, "jsonata"), 40),
    row(
      "E7 scoping filter, 4 clauses",
      rates("mapwright", "filter"),
      "handWritten",
      rates("handWritten", "filter"),
      0.2,
    ),
    row("E8 parse and compile", rates("mapwright", "compile"), "jsonata", rates("jsonata", "compile"), 8),
    {
      name: "E9 explained",
      unit: "rows/s",
      ours: rates("mapwright", "explain"),
      peer: { name: "not explained", sample: rates("mapwright", "evaluate") },
      goal: { of: "ratio", atLeast: 0.333 },
    },
  ];
}

/** The better of one user after the other and of blocks; one that was not measured has no median. */
function fastest(rates: Rates, name: Name, workload: string): Sample {
  const [single, block] = [rates(name, workload), rates(name, `${workload} block`)];
  return block.median > single.median ? block : single;
}

/** The harmonic mean of the three: as if each were evaluated as often. */
function named(rates: Rates, name: Name): Sample {
  const samples = ["switch", "join", "replace"].map(workload => fastest(rates, name, workload));
  const mean = (of: (sample: Sample) => number) => 3 / samples.reduce((sum, sample) => sum + 1 / of(sample), 0);
  return { median: mean(({ median }) => median), low: mean(({ low }) => low), high: mean(({ high }) => high) };
}
