import { join } from "node:path";
import { openSource } from "../../../server/src/connectors/directory/openSource.ts";
import { openStore } from "../../../server/src/connectors/store/openStore.ts";
import { runCycle } from "../../../server/src/engine/cycle/runCycle.ts";
import type { ScimAnswer, TargetSystem } from "../../../server/src/engine/ports.ts";
import { defaultWire } from "../../../server/src/engine/requests/wire.ts";
import { realWorld } from "../../../server/src/session/session.ts";
import { readText } from "../../harness/cycles.ts";
import { mappingFile } from "../throughput/impactFiles.ts";

/** Runs a cycle over a directory into a target in memory, and measures it: the first provisions everybody, the next finds nothing to do. */
const [folder = ""] = process.argv.slice(2);
const sent = { count: 0 };
const target: TargetSystem = {
  async send({ method, path, body }): Promise<ScimAnswer> {
    sent.count++;
    if (method === "POST")
      return { kind: "resource", status: 201, resource: { ...JSON.parse(body ?? ""), id: `${sent.count}` } };
    if (path.includes("filter=")) return { kind: "list", status: 200, totalResults: 0, resources: [] };
    return { kind: "done", status: 204 };
  },
};
const store = openStore(join(folder, "unchanged.sqlite"), { application: "Bench", endpoint: "sandbox" });

const begun = performance.now();
const { state, error } = await runCycle({
  ...readText(mappingFile("before")),
  source: openSource(join(folder, "earlier.jsonl")),
  target,
  endpoint: "sandbox",
  store,
  world: realWorld,
  wire: defaultWire,
  configuration: "1",
  concurrency: 8,
});
if (state !== "Succeeded") throw new Error(error?.message);
const seconds = (performance.now() - begun) / 1000;
console.log(JSON.stringify({ requests: sent.count, seconds, megabytes: process.resourceUsage().maxRSS / 1024 }));
store.close();
