import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Report } from "./filters/worker.ts";
import { exactly, type Row, summarise } from "./measure.ts";

const run = promisify(execFile);
const worker = join(import.meta.dirname, "filters", "worker.ts");
const rounds = 3;

const contenders = {
  mapwright: "Mapwright",
  scim2ParseFilter: "scim2-parse-filter 0.2.10",
  scimmy: "scimmy 1.3.5",
} as const;

type Name = keyof typeof contenders;
type Measured = Exclude<keyof Report, "right">;

/** SCIM filters over 20,000 users, each library in a process of its own, one after the other in each round. */
export async function filterRows(): Promise<readonly Row[]> {
  const reports = new Map<Name, Report[]>();
  for (let round = 0; round < rounds; round++) {
    for (const name of Object.keys(contenders) as Name[]) {
      reports.set(name, [...(reports.get(name) ?? []), await report(name)]);
    }
  }
  return rowsOf(name => reports.get(name) ?? []);
}

async function report(name: Name): Promise<Report> {
  const { stdout } = await run(process.execPath, [worker, name]);
  return JSON.parse(stdout);
}

function rowsOf(reports: (name: Name) => readonly Report[]): readonly Row[] {
  const right = (name: Name) => exactly(reports(name)[0]?.right.filter(Boolean).length ?? 0);
  const rates = (name: Name, of: Measured) => summarise(reports(name).flatMap(report => report[of]));
  const row = (name: string, of: Measured, peer: Name, atLeast?: number): Row => ({
    name,
    unit: "/s",
    ours: rates("mapwright", of),
    peer: { name: contenders[peer], sample: rates(peer, of) },
    ...(atLeast !== undefined && { goal: { of: "ratio", atLeast } }),
  });
  const correct = (peer: Name): Row => ({
    name: "S1 filters answered rightly, of 10",
    unit: "",
    ours: right("mapwright"),
    peer: { name: contenders[peer], sample: right(peer) },
    goal: { of: "figure", atLeast: 10 },
  });
  return [
    correct("scim2ParseFilter"),
    correct("scimmy"),
    row("S2 filters parsed", "parses", "scim2ParseFilter", 1.5),
    row("S2 filters parsed", "parses", "scimmy"),
    row("S2 target attributes parsed", "paths", "scim2ParseFilter", 1.5),
    row("S3 users matched", "matches", "scim2ParseFilter", 4),
    row("S3 users matched", "matches", "scimmy", 60),
  ];
}
