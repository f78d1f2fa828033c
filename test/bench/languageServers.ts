import { setTimeout } from "node:timers/promises";
import { type Contender, jsonServer, mapwright, startServer, yamlServer } from "./languageServer.ts";
import { exactly, type Goal, type Row, type Sample, summarise } from "./measure.ts";
import { jsonOf, provmapOf, yamlOf } from "./texts.ts";

const rounds = 10;

/** How long a server is left alone before its memory is looked at and a document opened, in milliseconds. */
const rest = 500;

interface Times {
  readonly initialize: number[];
  /** From the start of the process to the diagnostics of a document that is opened at once. */
  readonly atOnce: number[];
  /** From opening a document to its diagnostics, after a rest. */
  readonly opened: number[];
  /** In MB, after that rest and before a document is opened. */
  readonly memory: number[];
  /** The first of all starts, of which nothing is compiled yet. */
  first: number;
}

/** Each server in turn: its start, its memory at rest, and the first diagnostics of a 200-line file. */
export async function languageServerRows(): Promise<readonly Row[]> {
  const ours = { contender: mapwright, text: provmapOf(200), times: noTimes() };
  const json = { contender: jsonServer(), text: jsonOf(200), times: noTimes() };
  const yaml = { contender: yamlServer(), text: yamlOf(200), times: noTimes() };
  const all = [ours, json, yaml];
  for (const { contender, times } of all) times.first = await firstStart(contender);
  for (let round = 0; round < rounds; round++) {
    for (const { contender, text, times } of all) await measure(contender, text, times);
  }
  const beside = (theirs: typeof json, goals: { readonly start: number; readonly memory: number }) => {
    const row = (name: string, unit: string, pick: (times: Times) => Sample, goal?: Goal): Row => ({
      name,
      unit,
      ours: pick(ours.times),
      peer: { name: theirs.contender.name, sample: pick(theirs.times) },
      ...(goal && { goal }),
    });
    return [
      row("L1 spawn to initialize", "ms", times => summarise(times.initialize), { of: "ratio", atMost: goals.start }),
      row("the same, the first start of all", "ms", times => exactly(times.first)),
      row("L2 memory at rest", "MB", times => summarise(times.memory), { of: "ratio", atMost: goals.memory }),
      row("L3 didOpen to diagnostics, 200 lines", "ms", times => summarise(times.opened), { of: "figure", atMost: 20 }),
      row("spawn to diagnostics, opened at once", "ms", times => summarise(times.atOnce)),
    ];
  };
  return [...beside(json, { start: 0.75, memory: 1 }), ...beside(yaml, { start: 0.37, memory: 0.78 })];
}

function noTimes(): Times {
  return { initialize: [], atOnce: [], opened: [], memory: [], first: Number.NaN };
}

async function firstStart(contender: Contender): Promise<number> {
  const { initialize, stop } = await startServer(contender);
  await stop();
  return initialize;
}

async function measure(contender: Contender, text: string, times: Times): Promise<void> {
  const uri = `file:///bench/sample.${contender.languageId}`;
  const begun = performance.now();
  const quick = await startServer(contender);
  await quick.open(uri, text);
  times.atOnce.push(performance.now() - begun);
  times.initialize.push(quick.initialize);
  await quick.stop();
  const rested = await startServer(contender);
  times.initialize.push(rested.initialize);
  await setTimeout(rest);
  times.memory.push(rested.memory());
  const opened = performance.now();
  await rested.open(uri, text);
  times.opened.push(performance.now() - opened);
  await rested.stop();
}
