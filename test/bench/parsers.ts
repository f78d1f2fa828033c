import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { build } from "esbuild";
import { type Row, type Sample, summarise } from "./measure.ts";
import type { Report } from "./parsers/worker.ts";

const run = promisify(execFile);
const here = join(import.meta.dirname, "parsers");
const libraries = join(import.meta.dirname, "..", "..", "node_modules");
const rounds = 5;

const contenders = {
  mapwright: "Mapwright",
  handWritten: "by hand, without messages",
  peggy: "peggy 5.1.0, without recovery",
  langium: "langium 4.4.0",
} as const;

type Name = keyof typeof contenders;

/** Parsers of the language of the same text, each in a process of its own, one after the other in each round. */
export async function parserRows(): Promise<readonly Row[]> {
  const folder = mkdtempSync(join(libraries, ".mapwright-bench-"));
  try {
    await bundle(folder);
    return rowsOf(await reportsOf(folder));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Each parser is one file, as ours ships: what a module imports is looked up at every use, and the limit is a single module. */
async function bundle(folder: string): Promise<void> {
  await build({
    entryPoints: Object.keys(contenders).map(name => join(here, "contenders", `${name}.ts`)),
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    format: "esm",
    platform: "node",
    packages: "external",
    bundle: true,
    minify: true,
  });
}

async function reportsOf(folder: string): Promise<(name: Name) => readonly Report[]> {
  const reports = new Map<Name, Report[]>();
  for (let round = 0; round < rounds; round++) {
    for (const name of Object.keys(contenders) as Name[]) {
      reports.set(name, [...(reports.get(name) ?? []), await report(folder, name)]);
    }
  }
  const summaries = [...reports.values()].flat().map(({ summary }) => JSON.stringify(summary));
  if (new Set(summaries).size > 1) throw new Error(`The parsers find different things: ${summaries.join(" ")}.`);
  return name => reports.get(name) ?? [];
}

async function report(folder: string, name: Name): Promise<Report> {
  const parser = pathToFileURL(join(folder, `${name}.mjs`)).href;
  const { stdout } = await run(process.execPath, [join(here, "worker.ts"), parser, "0.2", "3"]);
  return JSON.parse(stdout);
}

function rowsOf(reports: (name: Name) => readonly Report[]): readonly Row[] {
  const rates = (name: Name) => summarise(reports(name).flatMap(report => report.rates));
  const brokenRates = (name: Name) => summarise(reports(name).flatMap(report => report.brokenRates));
  const row = (label: string, ours: Sample, peer: Name, theirs: Sample, goal: number): Row => ({
    name: label,
    unit: "MB/s",
    ours,
    peer: { name: contenders[peer], sample: theirs },
    goal: { of: "ratio", atLeast: goal },
  });
  const ours = rates("mapwright");
  const time = (name: string, times: readonly number[], atMost: number): Row => ({
    name,
    unit: "ms",
    ours: summarise(times),
    goal: { of: "figure", atMost },
  });
  return [
    row("P1 parse 64 KB", ours, "handWritten", rates("handWritten"), 0.7),
    row("P1 with 1 % broken lines", brokenRates("mapwright"), "handWritten", brokenRates("handWritten"), 0.7),
    row("P2 parse 64 KB", ours, "peggy", rates("peggy"), 3),
    row("P2 parse 64 KB", ours, "langium", rates("langium"), 15),
    time(
      "P3 500 lines, warm",
      reports("mapwright").flatMap(({ warm }) => warm),
      1.5,
    ),
    time(
      "P3 500 lines, first",
      reports("mapwright").map(({ first }) => first),
      15,
    ),
  ];
}
