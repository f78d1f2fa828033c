import { attributesIn } from "../../../server/src/cli/input.ts";
import { readLines } from "../../../server/src/connectors/lines.ts";
import { evaluateColumns } from "../../../server/src/engine/expression/evaluateColumns.ts";
import { stillWorld } from "../../engine/world.ts";
import { compiled } from "../expressions/compiled.ts";
import { row } from "../expressions/mappings.ts";

/** Reads a file of users and evaluates thirty mappings for each, in one thread; prints how long it took, and the memory. */
const all = compiled(row);
const begun = performance.now();
let values = 0;
const { blocks } = await readLines(process.argv[2] ?? "");
for await (const lines of blocks) {
  const objects = lines.map(line => attributesIn(JSON.parse(line)));
  for (const { outcomes } of evaluateColumns(all, objects, stillWorld)) {
    for (const outcome of outcomes) if (typeof outcome === "string") values++;
  }
}
const seconds = (performance.now() - begun) / 1000;
console.log(JSON.stringify({ seconds, values, megabytes: process.resourceUsage().maxRSS / 1024 }));
