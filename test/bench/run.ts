import { parseArgs } from "node:util";
import { type Row, table } from "./measure.ts";

/** The parts of the bench; each is loaded where it is asked for. */
const parts: Readonly<Record<string, (full: boolean) => Promise<readonly Row[]>>> = {
  bundles: async () => (await import("./bundles.ts")).bundleRows(),
  servers: async () => (await import("./languageServers.ts")).languageServerRows(),
  schemas: async () => (await import("./schemas.ts")).schemaRows(),
  editing: async () => (await import("./editing.ts")).editingRows(),
  expressions: async () => (await import("./expressions.ts")).expressionRows(),
  parsers: async () => (await import("./parsers.ts")).parserRows(),
  filters: async () => (await import("./filters.ts")).filterRows(),
  network: async () => (await import("./network.ts")).networkRows(),
  directories: async full => (await import("./directories.ts")).directoryRows(full),
  impact: async full => (await import("./impact.ts")).impactRows(full),
  cycles: async () => (await import("./cycles.ts")).cycleRows(),
  throughput: async full => (await import("./throughput.ts")).throughputRows(full),
};

const { values } = parseArgs({ options: { only: { type: "string" }, full: { type: "boolean", default: false } } });
const chosen = values.only?.split(",") ?? Object.keys(parts);
const unknown = chosen.filter(name => !Object.hasOwn(parts, name));
if (unknown.length > 0)
  throw new Error(`There is no part ${unknown.join(", ")}; parts are ${Object.keys(parts).join(", ")}.`);

/** Prints every row: what it measures, ours, the peer's in the same run, the ratio, and the goal where there is one. */
const rows: Row[] = [];
for (const name of chosen) rows.push(...((await parts[name]?.(values.full)) ?? []));
console.log(`Node ${process.version}, ${process.platform} ${process.arch}\n`);
console.log(table(rows));
