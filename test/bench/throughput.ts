import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Row, summarise } from "./measure.ts";
import { type Run, run } from "./throughput/run.ts";
import { expressions, writeLines } from "./throughput/users.ts";

const here = join(import.meta.dirname, "throughput");
const commandLine = join(import.meta.dirname, "..", "..", "dist", "cli.js");
const rounds = 3;

/** Files of many users: read and evaluated, and answered line by line on the command line. A million lines where `full`. */
export async function throughputRows(full: boolean): Promise<readonly Row[]> {
  const count = full ? 1_000_000 : 200_000;
  const folder = mkdtempSync(join(tmpdir(), "mapwright-bench-"));
  try {
    return [...(await evaluationRows(folder, count)), ...(await batchRows(folder, count))];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function evaluationRows(folder: string, count: number): Promise<readonly Row[]> {
  const path = join(folder, "users.jsonl");
  writeLines(path, count, user => user);
  const runs: { readonly seconds: number; readonly megabytes: number; readonly values: number }[] = [];
  for (let round = 0; round < rounds; round++) {
    const { tail } = await run([join(here, "evaluateUsers.ts"), path]);
    runs.push(JSON.parse(tail));
  }
  if (runs.some(({ values }) => values !== count * 30)) throw new Error("Some mappings of D3 gave no text.");
  const millions = count / 1e6;
  return [
    {
      name: "D3 a million users read, 30 mappings each",
      unit: "s",
      ours: summarise(runs.map(({ seconds }) => seconds / millions)),
      goal: { of: "figure", atMost: 5 },
    },
    {
      name: `D3 memory, ${count.toLocaleString("en-US")} users`,
      unit: "MB",
      ours: summarise(runs.map(({ megabytes }) => megabytes)),
      goal: { of: "figure", atMost: 200 },
    },
  ];
}

async function batchRows(folder: string, count: number): Promise<readonly Row[]> {
  const path = join(folder, "batch.jsonl");
  writeLines(path, count, (input, id) => ({ id, expression: expressions[id % expressions.length], input }));
  const [ours, bare]: [Run[], Run[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    bare.push(await run([join(here, "bareLoop.ts"), path]));
    ours.push(await run([commandLine, "eval", "--batch", path]));
  }
  const last = JSON.parse(ours[0]?.tail ?? "null");
  if (ours.some(({ lines }) => lines !== count) || last?.id !== count - 1) throw new Error("The batch lost lines.");
  return [
    {
      name: `eval --batch, ${count.toLocaleString("en-US")} lines`,
      unit: "lines/s",
      ours: summarise(ours.map(({ seconds }) => count / seconds)),
      peer: { name: "bare loop", sample: summarise(bare.map(({ seconds }) => count / seconds)) },
      goal: { of: "ratio", atLeast: 0.6 },
    },
    {
      name: "eval --batch, memory",
      unit: "MB",
      ours: summarise(ours.map(({ megabytes }) => megabytes)),
      goal: { of: "figure", atMost: 350 },
    },
  ];
}
