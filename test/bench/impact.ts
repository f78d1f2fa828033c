import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Row, summarise } from "./measure.ts";
import { run } from "./throughput/run.ts";
import { writeLines } from "./throughput/users.ts";

const here = join(import.meta.dirname, "throughput");
const rounds = 3;

/** What an edit does to many users. A million of them where `full`. */
export async function impactRows(full: boolean): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(tmpdir(), "mapwright-bench-"));
  try {
    return await rowsOver(folder, full ? 1_000_000 : 200_000);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** An edit of a mapping of 25 attributes, by which a fourth of the accounts differ, and a file that was not edited. */
async function rowsOver(folder: string, count: number): Promise<readonly Row[]> {
  const path = join(folder, "impact.jsonl");
  writeLines(path, count, (user, id) => ({ ...user, id: `${id}`, userPrincipalName: `user${id}@contoso.com` }));
  const [edited, same]: [Figures[], Figures[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    for (const [edit, runs] of [
      ["after", edited],
      ["none", same],
    ] as const) {
      const { tail } = await run([join(here, "impactOverUsers.ts"), join(folder, "mapping.provmap"), path, edit]);
      runs.push(JSON.parse(tail));
    }
  }
  const rate = (runs: readonly Figures[]) => summarise(runs.map(({ objects, seconds }) => objects / seconds));
  return [
    {
      name: "impact of an edit, 25 attributes",
      unit: "users/s",
      ours: rate(edited),
      goal: { of: "figure", atLeast: 60_000 },
    },
    { name: "impact of no edit", unit: "users/s", ours: rate(same), goal: { of: "figure", atLeast: 60_000 } },
    {
      name: "impact, first counts",
      unit: "s",
      ours: summarise(edited.map(({ first }) => first)),
      goal: { of: "figure", atMost: 1 },
    },
    {
      name: `impact, memory, ${count.toLocaleString("en-US")} users`,
      unit: "MB",
      ours: summarise(edited.map(({ megabytes }) => megabytes)),
      goal: { of: "figure", atMost: 350 },
    },
  ];
}

interface Figures {
  readonly objects: number;
  readonly first: number;
  readonly seconds: number;
  readonly megabytes: number;
}
